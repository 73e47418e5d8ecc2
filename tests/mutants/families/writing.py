"""Mistakes in what is written for people."""

from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool
from tests.mutants.acme import Acme, Mutant


def _described(acme: Acme) -> Entity:
    return acme.any(Entity, lambda entity: entity.description and entity.is_live_on(acme.today) and _is_plain(entity))


def _is_plain(entity: Entity) -> bool:
    """A description on one line."""
    span = entity.document.span(("description",))
    return "\n" not in entity.document.source.text[span.start : span.stop]


def broken_link_form(acme: Acme) -> Mutant:
    tool = acme.any(Tool, lambda tool: tool.vendor and tool.vendor.url and tool.is_live)
    return acme.write(
        tool, "vendor", "url", text=acme.one(["www.example.org", "htps://example.org", "https:/example.org"])
    )


def description_repeats_name(acme: Acme) -> Mutant:
    entity = _described(acme)
    return acme.write(
        entity, "description", text=f'"The {entity.name}"' if '"' not in (entity.name or "") else "The id"
    )


def missing_description(acme: Acme) -> Mutant:
    return acme.write(_described(acme), "description", text='""')


def personal_data(acme: Acme) -> Mutant:
    text = acme.one(["Ask peter.parker@daily-bugle.net about it.", '"Call him: tel. 0171 2345678"'])
    return acme.write(_described(acme), "description", text=text)


def placeholder_text(acme: Acme) -> Mutant:
    entity = acme.any(Metric, lambda metric: metric.status == "active" and _is_plain(metric))
    return acme.write(entity, "description", text=acme.one(["TBD", "todo", "n/a", "We count lorem ipsum here."]))


def secret_in_text(acme: Acme) -> Mutant:
    experiment = acme.any(Experiment, lambda experiment: experiment.description and _is_plain(experiment))
    return acme.write(experiment, "description", text=f"AKIA{'Z' * 16} opens the door to the data.")
