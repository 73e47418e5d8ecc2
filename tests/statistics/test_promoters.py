"""The net promoter score, and whether its range holds the truth as often as it says."""

from math import comb

import pytest

from prodops_cli.statistics.promoters import net_promoter

TRUTHS = [(0.5, 0.3), (0.58, 0.25), (0.34, 0.33), (0.8, 0.1), (0.2, 0.2)]


def test_is_promoters_less_detractors() -> None:
    found = net_promoter(505, 217, 148)
    assert (found.number, round(found.score, 4)) == (870, 0.4103)
    assert found.low < found.score < found.high


def test_of_many_answers_is_walds_interval() -> None:
    """Computed by hand: p = 0.5, d = 0.2, the variance is 0.7 less 0.09."""
    found = net_promoter(500_000, 300_000, 200_000)
    assert (found.high - found.low) / 2 == pytest.approx(1.959964 * (0.61 / 1e6) ** 0.5, rel=1e-4)


@pytest.mark.parametrize(("number", "least"), [(10, 0.93), (25, 0.93), (60, 0.94)])
@pytest.mark.parametrize(("promoters", "passives"), TRUTHS)
def test_ranges_hold_the_truth_as_often_as_they_say(
    number: int, least: float, promoters: float, passives: float
) -> None:
    """Over all answers that there could be, each as likely as it is."""
    detractors, held = 1 - promoters - passives, 0.0
    for p in range(number + 1):
        for a in range(number + 1 - p):
            d = number - p - a
            chance = comb(number, p) * comb(number - p, a) * promoters**p * passives**a * detractors**d
            found = net_promoter(p, a, d)
            held += chance * (found.low <= promoters - detractors <= found.high)
    assert least <= held <= 0.985


@pytest.mark.parametrize("answers", [(1, 0, 0), (0, 1, 0), (0, 0, 1), (40, 0, 0)])
def test_all_the_same_is_no_certainty(answers: tuple[int, int, int]) -> None:
    found = net_promoter(*answers)
    assert -1 <= found.low < found.high <= 1
    assert found.low <= found.score <= found.high or abs(found.score) == 1


def test_what_chance_may_have_done_is_no_move() -> None:
    july, august = net_promoter(534, 226, 145), net_promoter(505, 217, 148)
    assert not august.has_moved_since(july)
    assert net_promoter(5050, 2170, 1480).has_moved_since(net_promoter(5740, 2260, 1450))
