"""Mistakes in what things are called."""

from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from prodops_cli.models.practice import Practice
from tests.mutants.acme import Acme, Mutant


def id_not_file_name(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: not acme.catalog.mentions(metric))
    return acme.write(metric, "id", text="commerce_slippers_count").and_also("unused-word")


def id_not_slug(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: not acme.catalog.mentions(metric))
    return acme.write(metric, "id", text="Wandering Shoppers").and_also("unused-word")


def name_breaks_convention(acme: Acme) -> Mutant:
    return acme.fresh("metric", f"commerce_slippers_{acme.one(['bananas', 'rats', 'medians'])}")


def avoided_word(acme: Acme) -> Mutant:
    entity = acme.any(Goal, lambda goal: goal.is_live_on(acme.today))
    return acme.write(entity, "name", text="Nobody loses a cart")


def generic_id(acme: Acme) -> Mutant:
    return acme.fresh("practice", acme.one(["new-practice", "test", "my-other-thing"]))


def near_duplicate_id(acme: Acme) -> Mutant:
    practice = acme.any(Practice, lambda practice: len(practice.id.split("-")[-1]) >= 5)
    return acme.fresh("practice", f"{practice.id}s")


def same_name(acme: Acme) -> Mutant:
    first, later = acme.two(Practice)
    return acme.write(later, "name", text=first.name or "")


def unit_in_metric_name(acme: Acme) -> Mutant:
    freer = acme.settings('"{area}_{object}_{measure}"', '"{area}_*"', told="{area}")
    return acme.fresh("metric", "commerce_slippers_eur").with_(freer).and_also("unused-word")


def ambiguous_metric_name(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.is_live and metric.status != "deprecated")
    return acme.write(metric, "name", text=acme.one(["Retention", "Conversion rate", "Engagement"]))


def version_suffix_gap(acme: Acme) -> Mutant:
    return acme.fresh("metric", "commerce_slippers_count_v7").with_(
        acme.settings('"{area}_{object}_{measure}"', '"{area}_*"', told="{area}")
    )


def pattern_matches_nothing(acme: Acme) -> Mutant:
    return acme.settings('feedback: "{area}-*"', 'feedback: "never-{area}-*"', told='"').and_also(
        "name-breaks-convention"
    )


def unused_word(acme: Acme) -> Mutant:
    return acme.settings("    - support       #", "    - wardrobes\n    - support       #", told="wardrobes")
