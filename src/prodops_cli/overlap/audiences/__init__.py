"""Who is in two audiences: attributes, conditions, and the clients that both admit."""
