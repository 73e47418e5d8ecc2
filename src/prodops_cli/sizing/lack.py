"""What has to be written before an experiment can be sized."""

from dataclasses import dataclass

from prodops_cli.documents.node import Address


@dataclass(frozen=True, slots=True)
class Lack:
    """A value that is missing or can't be: where, why it is needed, and one that could stand there, as YAML."""

    address: Address
    why: str
    example: str
