"""What is said of a word that nobody knows: which one was probably meant, and a fix that writes it."""

from collections.abc import Iterable

from prodops_cli.documents.document import Place
from prodops_cli.findings import Fix, Problem, Replace
from prodops_cli.models.spelling import nearest


def misspelt(place: Place, message: str, word: str, known: Iterable[str], otherwise: str) -> Problem:
    """The problem with a word; `otherwise` is what can be done where no known one is like it."""
    near = nearest(word, known)
    if not near:
        return Problem(place, f"{message}; {otherwise}")
    fix = Fix(f"write `{near}`", (Replace(place.source, place.span, near),), safe=False)
    return Problem(place, f"{message}; did you mean `{near}`?", fix=fix)
