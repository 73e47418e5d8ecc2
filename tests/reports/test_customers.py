"""What customers say and what goes out, in catalogs of a few documents: the books of feedback and launches."""

from prodops_cli.reports import feedback, launches
from prodops_cli.reports.rendering.report import report
from prodops_cli.reports.words.survey import sentences, survey
from tests.reports.test_sections import catalog, edition

SCORES = """\
- {id: a, owner: tom, source: nps, received: 2026-04-01, answers: {promoters: 50, passives: 30, detractors: 20}}
- {id: b, owner: tom, source: nps, received: 2026-07-01, answers: {promoters: 10, passives: 5, detractors: 35}}
- {id: c, owner: tom, source: nps, received: 2026-09-30, answers: {promoters: 99}}
- {id: d, owner: tom, source: nps, received: 2026-08-01, score: 10, mentions: 50}
- {id: e, owner: tom, source: survey, received: 2026-08-01, score: 0}
- {id: f, owner: tom, source: nps, received: 2026-05-01, surface: shop_window.left, score: 8}
"""


def test_scores_are_summed_by_area_and_quarter() -> None:
    """What is to come is not counted, nor what is no answer to the question."""
    waves = [
        (each["area"], each["quarter"], each["answers"], each["score"])
        for each in survey(edition(catalog(feedback__all=SCORES)))
    ]
    assert waves == [
        ("Shop window", "Q2 2026", "1", "0"),
        ("Whole product", "Q3 2026", "100", "+25"),
        ("Whole product", "Q2 2026", "100", "+30"),
    ]


def test_a_change_that_may_be_chance_is_called_so() -> None:
    more = "- {id: x, owner: tom, source: nps, received: 2026-08-02, answers: {detractors: 900}}\n"
    few, many = (survey(edition(catalog(feedback__all=text)))[1]["change"] for text in (SCORES, SCORES + more))
    assert (few, many) == ("−5, which may be chance", "−118")


def test_the_weekly_tells_the_newest_quarter() -> None:
    said = "Whole product: NPS +25 in Q3 2026 (+6 to +42, 100 answers); +30 in Q2 2026."
    assert [*sentences(edition(catalog(feedback__all=SCORES)))][1] == said


HEARD = """\
- {id: a, owner: tom, status: new, themes: [slow_app], mentions: 3, revenue_at_risk: 1000, currency: eur}
- {id: b, owner: tom, status: triaged, themes: [slow-app], revenue_at_risk: 500, currency: EUR, received: 2026-08-01}
- {id: c, owner: tom, status: planned, themes: [dark], launch: theme}
- {id: d, owner: tom, status: shipped, themes: [fees], responded: true}
- {id: e, owner: tom, status: declined, themes: [fees]}
- {id: f, owner: tom, status: duplicate, duplicate_of: a, themes: [slow-app], mentions: 90}
"""
OUT = """\
- {id: theme, owner: tom, status: approved, target_date: 2026-09-10, surfaces: [shop]}
- {id: cards, owner: tom, target_date: 2026-09-12, surfaces: [shop.pay], depends_on: [later, gone]}
- {id: later, owner: tom, target_date: 2026-12-01}
- {id: gone, owner: tom, status: cancelled}
- {id: idea, owner: nobody, status: deferred, target_date: 2027-01-01}
- {id: old, owner: tom, status: in_progress, target_date: 2026-09-01}
- {id: done, owner: tom, status: launched, actual_date: 2026-09-01}
"""
TEST = (
    "{id: t, name: T, owner: tom, type: ab_test, status: running, start: 2026-09-01, end: 2026-09-20, surfaces: [shop]}"
)


def test_themes_say_what_answers_them() -> None:
    book = feedback.context(edition(catalog(feedback__all=HEARD, launches__all=OUT)))
    assert [(row["theme"], row["heard"], row["at_risk"], row["answer"]) for row in book["themes"]] == [
        ("Slow app", 4, "1,500 EUR", ""),
        ("Dark", 1, "–", "planned"),
    ]
    assert [link["name"] for link in book["themes"][1]["by"]] == ["theme"]
    assert [row["theme"] for row in book["closed"]] == ["Fees"]
    assert (book["told"], [each["name"] for each in book["untold"]]) == ("1 of 2", ["e"])
    assert [each["name"] for each in book["new"]] == ["a"]


def test_launches_say_what_is_in_their_way() -> None:
    book = launches.context(edition(catalog(launches__all=OUT, experiments__t=TEST)))
    assert {row["name"]: row["obstacles"] for row in book["ahead"]} == {
        "old": ["It was to go out 6 days ago."],
        "theme": [
            "It falls in the middle of “T” on shop. From 21 Sep on it would disturb none.",
            "“cards” changes shop.pay, too, 2 days apart.",
        ],
        "cards": [
            "It falls in the middle of “T” on shop.pay. From 21 Sep on it would disturb none.",
            "“theme” changes shop.pay, too, 2 days apart.",
            "It depends on “later”, which goes out later, on 1 Dec.",
            "It depends on “gone”, which was cancelled.",
        ],
        "later": [],
    }
    assert [row["name"] for row in book["out"]] == ["done"]
    assert [row["name"] for row in book["off"]] == ["idea"]
    assert book["summary"] == ["4 launches are to come", "1 is late", "3 have something in their way"]


def test_what_is_empty_says_so() -> None:
    assert "No feedback is written down" in report("feedback").text(edition(catalog()))
    assert "No launch is written down" in report("launches").text(edition(catalog()))
    assert "Nothing is to go out." in report("launches").text(edition(catalog(launches__all=OUT.splitlines()[-1])))
