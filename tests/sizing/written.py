"""Experiments as people write them, planned in a catalog in memory."""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.models.experiment import Experiment
from prodops_cli.sizing.plan import Plan, plan
from prodops_cli.trees.memory import MemoryTree

REST = {
    "name": "One page",
    "owner": "someone",
    "type": "ab_test",
    "status": "scheduled",
    "variants": "[{key: old, role: control}, {key: new, role: treatment}]",
    "metrics": "{primary: [{metric: rate, baseline: 0.1, mde: 10%}]}",
    "start": "2026-03-02",
    "duration": "28d",
    "eligible_units": "{per_day: 2000}",
}


def catalog(text: str = "", of: str = "proportion", direction: str = "increase", rest: str = "") -> Catalog:
    """A catalog of one experiment, whose lines are divided by ` | ` (`-key` leaves one out), a metric and a layer."""
    lines = [line.strip() for line in text.split(" | ") if line.strip()]
    written = {line.partition(":")[0].lstrip("-") for line in lines}
    filled = (f"{key}: {value}" for key, value in REST.items() if key not in written)
    files = {
        "prodops.yaml": "catalog: {timezone: Europe/Paris}\n",
        "experiments/a.yaml": "\n".join(["id: a", *(line for line in lines if not line.startswith("-")), *filled]),
        "metrics/rate.yaml": "id: rate\nname: Rate\nowner: someone\ndescription: D.\nstatus: draft\n"
        f"direction: {direction}\ntype: {of}\n{rest}",
        "layers/shared.yaml": "id: shared\nname: L\nowner: someone\nunit: user\n",
    }
    read = load(MemoryTree({path: content.encode() for path, content in files.items()}))
    assert not read.wrong, read.wrong
    return read


def planned(text: str = "", of: str = "proportion", direction: str = "increase", rest: str = "") -> Plan:
    """The plan of the one experiment."""
    read = catalog(text, of, direction, rest)
    return plan(read.all(Experiment)[0], read)
