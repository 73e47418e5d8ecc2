"""The kinds, in the order in which people meet them."""

from typing import Final

from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.layer import Layer
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool

KINDS: Final[dict[str, type[Entity]]] = {
    kind.kind: kind for kind in (Owner, Tool, Metric, Experiment, Layer, Goal, Feedback, Launch, Practice)
}
