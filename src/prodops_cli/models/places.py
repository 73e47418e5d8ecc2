"""Designs whose units are places: switchbacks and synthetic controls."""

from prodops_cli.models.part import Part
from prodops_cli.models.values import Amount, Duration, Moment, Scalar, Text


class Cluster(Part):
    """Places that are switched together."""

    id: Text | None
    """What it is called."""
    units: tuple[Text, ...] | None = None
    """Its places, as values of `geo_type`."""

    @property
    def known_as(self) -> str:
        """Its id."""
        return self.id or ""


class SwitchSchedule(Part):
    """How windows are given to variants."""

    method: Text | None = None
    """Such as random or alternating."""
    seed: Scalar | None = None
    """What the draw is seeded with."""


class Switchback(Part):
    """A design in which places switch between variants over time."""

    geo_type: Text | None = None
    """The attribute whose values are the places."""
    clusters: tuple[Cluster, ...] | None = None
    """Places that are switched together."""
    window: Duration | None = None
    """How long each place stays with one variant."""
    schedule: SwitchSchedule | None = None
    """How windows are given to variants."""
    burn_in: Duration | None = None
    """How long after a switch nothing is counted."""
    burn_out: Duration | None = None
    """How long the effect goes on after the end."""


class Stretch(Part):
    """From one day or instant to another."""

    start: Moment | None
    """The beginning."""
    end: Moment | None
    """The end; a day is covered whole."""


class SyntheticControl(Part):
    """A design that compares treated places with a mixture of others."""

    geo_type: Text | None = None
    """The attribute whose values are the places."""
    treatment_units: tuple[Text, ...] | None = None
    """Places that get the change."""
    control_units: tuple[Text, ...] | None = None
    """Places that do not."""
    donor_pool: tuple[Text, ...] | None = None
    """Places that the synthetic control is mixed from."""
    excluded_units: tuple[Text, ...] | None = None
    """Places that are left out."""
    pre_period: Stretch | None = None
    """When the mixture is fitted."""
    treatment_period: Stretch | None = None
    """When the change is live."""
    method: Text | None = None
    """Such as augmented or ridge."""
    minimum_detectable_lift: Amount | None = None
    """The smallest effect that would be seen."""
