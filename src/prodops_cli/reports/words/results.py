"""Results of experiments, in words."""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.reading import Reading, interval, reading
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.models.outcome import Result
from prodops_cli.phrases import signed


def effect(result: Result, catalog: Catalog) -> str:
    """`Annual share +3.4% (+1.1% to +5.7%)`."""
    moved = f" {signed(result.lift)}" if result.lift is not None else ""
    return f"{name_of(result, catalog)}{moved}{interval(result)}"


def name_of(result: Result, catalog: Catalog) -> str:
    """What people call the metric."""
    metric = catalog.get(Metric, result.metric)
    return metric.title if metric else result.metric or "its metric"


def deciding(experiment: Experiment, catalog: Catalog) -> tuple[Result, ...]:
    """The results that decide: of the first primary metric that has any, for the winner where one is named."""
    results = experiment.results or ()
    for id in (*experiment.judged_by("primary"), *(result.metric for result in results)):
        of_metric = tuple(result for result in results if result.metric == id)
        winner = experiment.decision.winner if experiment.decision else None
        of_winner = tuple(result for result in of_metric if winner is not None and result.variant == winner)
        if of_winner or of_metric:
            return of_winner or best_first(of_metric, catalog)
    return ()


def best_first(results: tuple[Result, ...], catalog: Catalog) -> tuple[Result, ...]:
    """Clear gains, then clear losses, then what is unclear; the larger before the smaller."""
    order: tuple[Reading, ...] = ("better", "moved", "worse", "unclear")
    return tuple(sorted(results, key=lambda result: (order.index(reading(result, catalog)), -abs(result.lift or 0))))


def harm(experiment: Experiment, catalog: Catalog, variant: str | None) -> Iterator[Result]:
    """What clearly got worse beside that."""
    primary = tuple(experiment.judged_by("primary"))
    for result in experiment.results or ():
        same = variant is None or result.variant in (None, variant)
        if same and result.metric not in primary and reading(result, catalog) == "worse":
            yield result


def summary(experiment: Experiment, catalog: Catalog) -> str:
    """`Annual share +3.4% (+1.1% to +5.7%); worse: Tickets +6.0% (+1.5% to +10.5%)`; empty without results."""
    found = deciding(experiment, catalog)
    if not found:
        return ""
    best = found[0]
    worse = "; ".join(effect(result, catalog) for result in harm(experiment, catalog, best.variant))
    return headline(found, catalog) + (f"; worse: {worse}" if worse else "")


def headline(found: tuple[Result, ...], catalog: Catalog) -> str:
    """What the deciding results say, in one breath."""
    best = found[0]
    if reading(best, catalog) != "unclear":
        return effect(best, catalog)
    if len(found) > 1:
        return f"no clear change in {name_of(best, catalog)} in any of {len(found)} variants"
    return f"no clear change in {effect(best, catalog)}"
