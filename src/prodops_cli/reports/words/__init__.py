"""How reports say things: figures, money, results, authors."""
