"""How much a document may hold: far more than anybody writes, far less than what hurts."""

FILE_BYTES = 1024 * 1024
LEVELS = 64
NODES = 100_000
ALIASES = 1_000
EXPANDED_NODES = 200_000
SCALAR_CHARACTERS = 256 * 1024
