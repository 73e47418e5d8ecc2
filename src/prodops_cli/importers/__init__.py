"""What others keep of the product, as documents: a mapping says what becomes what, `sources` has one a source."""
