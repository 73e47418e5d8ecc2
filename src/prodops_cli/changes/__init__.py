"""What is different between two catalogs, in the models' words, and whom it affects."""
