"""How a page's examples are read."""

import pytest

from prodops_cli.lint.page import Expected, examples_in, without_carets


@pytest.mark.parametrize(
    ("text", "kept", "found"),
    [
        ("a: 1\n#  ^ wrong\n", "a: 1\n", (1, 4, 5, "wrong")),
        ("abc: 1\n^^^ first column\n", "abc: 1\n", (1, 1, 4, "first column")),
        ("a: |\n  text\n  ^^^^ in a block\n", "a: |\n  text\n", (2, 3, 7, "in a block")),
        ("a: 1\n#  ^ one\n#    and more\nb: 2\n", "a: 1\nb: 2\n", (1, 4, 5, "one and more")),
        ("a: 1\n#  ^ one\n# a comment\n", "a: 1\n# a comment\n", (1, 4, 5, "one")),
        ("b: 2\na: 1\n#  ^ second line\n", "b: 2\na: 1\n", (2, 4, 5, "second line")),
    ],
)
def test_carets(text: str, kept: str, found: tuple[int, int, int, str]) -> None:
    assert without_carets("a.yaml", text) == (kept, (Expected("a.yaml", *found),))


PAGE = """
A rule holds.

## Bad

```yaml metrics/a.yaml
id: a
```
```yaml metrics/b.yaml (before)
id: b
```

## Fixed: at once

```yaml metrics/a.yaml
id: c
```

## Options

Words.
"""


def test_examples() -> None:
    bad, fixed = examples_in(PAGE)
    assert [(file.path, file.before) for file in bad.files] == [("metrics/a.yaml", False), ("metrics/b.yaml", True)]
    assert fixed.is_fixed
    assert [(file.path, file.text) for file in fixed.files] == [
        ("metrics/a.yaml", "id: c\n"),
        ("metrics/b.yaml", "id: b\n"),
    ]
