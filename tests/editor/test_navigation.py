"""Where things come from, who names them, and what they are called otherwise."""

import pytest

from prodops_cli.editor.navigation import definition, nameable, references, rename
from prodops_cli.editor.place import Here
from prodops_cli.editor.symbols import matching, outline
from prodops_cli.failure import Misuse
from prodops_cli.findings import Move, Replace
from tests.editor.asked import MARK, desk_with

PATH = "goals/new.yaml"


def at(marked: str, path: str = PATH) -> Here:
    """The marked place in a file that is open."""
    here = desk_with(path, marked.replace(MARK, "")).here(path, marked.index(MARK))
    assert here is not None
    return here


@pytest.mark.parametrize(
    ("path", "marked", "found"),
    [
        (PATH, "id: new\nowner: check‸out\n", "owners/teams/checkout.yaml id"),
        (PATH, "id: [\nowner: check‸out\n", "owners/teams/checkout.yaml id"),
        (PATH, "id: n‸ew\nname: New\nowner: checkout\nperiod: 2026-Q4\n", "goals/new.yaml id"),
        ("experiments/new.yaml", "surfaces:\n  - checkout.pay‸ment\n", "prodops.yaml surfaces.checkout.payment"),
        ("experiments/new.yaml", "audience:\n  pl‸an: [free]\n", "prodops.yaml attributes.plan"),
        ("prodops.yaml", "version: 1\nsurfaces:\n  checkout: {owner: check‸out}\n", "owners/teams/checkout.yaml id"),
    ],
)
def test_where_it_comes_from(path: str, marked: str, found: str) -> None:
    place = definition(at(marked, path))
    assert place is not None
    assert f"{place.source.path} {'.'.join(map(str, place.address))}" == found


@pytest.mark.parametrize(
    "marked", ["owner: nobo‸dy", "owner: ‸", "na‸me: x", "name: check‸out", "# check‸out", "‸", "x: check‸out"]
)
def test_it_comes_from_nowhere(marked: str) -> None:
    here = at(marked)
    assert definition(here) is None
    assert tuple(references(here, with_definition=True)) == ()
    assert nameable(here) is None
    with pytest.raises(Misuse):
        rename(here, desk_with(PATH, marked).tree, "x")


def test_who_names_it_and_the_text_that_is_being_written_does() -> None:
    here = at("id: new\nname: New\nperiod: 2026-Q4\nowner: checkout-‸web\nparent: 2026q3-faster-checkout\n")
    assert tuple(references(here, with_definition=False)) == ()
    here = at("id: new\nname: New\nperiod: 2026-Q4\nowner: check‸out\n")
    places = {(place.source.path, place.address) for place in references(here, with_definition=True)}
    assert {("owners/teams/checkout.yaml", ("id",)), (PATH, ("owner",))} < places
    assert ("prodops.yaml", ("surfaces", "checkout", "owner")) in places


def test_another_name_is_written_everywhere_and_moves_the_file() -> None:
    marked = "id: new\nname: New\nperiod: 2026-Q4\nowner: check‸out\n"
    desk = desk_with(PATH, marked.replace(MARK, ""))
    here = desk.here(PATH, marked.index(MARK))
    assert here is not None
    assert nameable(here) == (41, 49)
    operations = rename(here, desk.tree, "tills").operations
    assert Move("owners/teams/checkout.yaml", "owners/teams/tills.yaml") in operations
    texts = {each.source.path: each.text for each in operations if isinstance(each, Replace)}
    assert texts[PATH] == texts["owners/teams/checkout.yaml"] == "tills"


@pytest.mark.parametrize("new", ["", "Tills", "a b", "platform", "../x", "\ud800"])
def test_what_can_be_no_name_is_refused(new: str) -> None:
    marked = "id: new\nowner: check‸out\n"
    with pytest.raises(Misuse):
        rename(at(marked), desk_with(PATH, marked.replace(MARK, "")).tree, new)


def test_what_a_file_holds() -> None:
    text = "id: new\nname: New\nowner: checkout\nperiod: 2026-Q4\nkey_results:\n  - name: x\n"
    catalog = desk_with(PATH, text).view.catalog
    assert catalog is not None
    (symbol,) = outline(catalog, PATH)
    assert (symbol.name, symbol.detail, text[slice(*symbol.chosen)]) == ("new", "New", "new")
    assert [part.name for part in symbol.parts] == ["id", "name", "owner", "period", "key_results"]
    for each in (symbol, *symbol.parts):
        assert each.span.start <= each.chosen.start <= each.chosen.stop <= each.span.stop


def test_what_a_catalog_holds_by_id_and_by_name() -> None:
    catalog = desk_with(PATH, "").view.catalog
    assert catalog is not None
    assert "checkout" in {entity.id for entity, _ in matching(catalog, "CHECKOUT")}
    assert [entity.id for entity, _ in matching(catalog, "jonas w")] == ["jonas-weber"]
