"""Several comparisons in one experiment: how surprising each of them has to be."""

from typing import Literal, TypeAlias

Correction: TypeAlias = Literal["none", "bonferroni", "holm", "benjamini_hochberg"]


def strictest(correction: Correction, alpha: float, comparisons: int) -> float:
    """The alpha that one effect has to pass if it is the only one there is: what one can plan for.

    Bonferroni divides alpha by the number of comparisons; Holm (1979), Benjamini and Hochberg (1995) begin so.
    """
    return alpha if correction == "none" else alpha / max(comparisons, 1)


def mildest(correction: Correction, alpha: float, comparisons: int) -> float:
    """The alpha that is left for an effect if all the others are there as well.

    Holm goes up to alpha once all others have passed; Benjamini and Hochberg, who hold down the share of false alarms
    among all alarms and not the chance of any, ask no more than alpha of all together.
    """
    return strictest(correction, alpha, comparisons) if correction == "bonferroni" else alpha
