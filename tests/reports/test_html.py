"""The page: accessible, complete in itself, and built the same whatever the catalog says."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from prodops_cli.reports.charts.chart import Chart
from prodops_cli.reports.material.plain import Row
from prodops_cli.reports.rendering import html
from prodops_cli.reports.rendering.html.page import page
from prodops_cli.reports.rendering.templates import rendered
from tests.reports.page import Element, read
from tests.reports.test_charts import CHARTS
from tests.reports.test_hostile import PAYLOADS, replaced, says

STYLE = (Path(html.__path__[0]) / "page.css").read_text("utf-8")
WORDS = dict.fromkeys(("ink", "quiet", "link"), 4.5)
LEAST = WORDS | dict.fromkeys(("planned", "clash", "running-edge", "over-edge"), 3.0)
"""How much a colour has to stand out from its ground, as WCAG 2.2 wants it of words, and of shapes."""
HOSTILE = [
    *PAYLOADS,
    "</title><script>canary()</script>",
    "</style><script>canary()</script>",
    '" onmouseover="canary()',
    "<img src=x onerror=canary()>",
    "<svg/onload=canary()>",
    "<details open ontoggle=canary()><summary>",
    "</details></summary></svg></figure>",
    "[x](javascript:canary())",
    "<a href=https://evil.example>x</a>",
    "<!-- x --> <![CDATA[ x ]]> <?x ?>",
    "@import url(https://evil.example); :root{}",
    "&lt;script&gt;canary()&lt;/script&gt;",
    "\x00\x1b[31m\u202e",
    "\n```chart\n{}\n```\n",
]


@pytest.fixture(scope="module")
def weekly(context: Row) -> Element:
    """The digest of Bloom."""
    return read(page(rendered("weekly", context)))


def built(element: Element) -> list[tuple[str, tuple[str, ...]]]:
    """The elements and the names of their attributes, without the words."""
    return [(each.tag, tuple(each.attributes)) for each in element.all() if each.tag != "title"]


@pytest.fixture(scope="module")
def harmless(context: Row) -> list[tuple[str, tuple[str, ...]]]:
    """How the digest is built in which every text is an x."""
    return built(read(page(rendered("weekly", says(replaced(context, "x"))))))


@pytest.mark.parametrize("payload", HOSTILE)
def test_every_value_stays_text(context: Row, harmless: list[tuple[str, tuple[str, ...]]], payload: str) -> None:
    hostile = read(page(rendered("weekly", says(replaced(context, payload)))))
    assert built(hostile) == harmless
    assert {each.attributes.get("href", "#")[0] for each in hostile.all("a")} <= set("#etolmfg")


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart["kind"])
def test_every_chart_stays_a_drawing(chart: Chart) -> None:
    harmless = built(drawn(worded(chart, "x")))
    for payload in HOSTILE:
        hostile = drawn(worded(chart, payload))
        assert built(hostile) == harmless, payload
        assert hostile.all("svg")


def drawn(chart: object) -> Element:
    """A page with a chart."""
    return read(page(f"# A\n\n```chart\n{json.dumps(chart)}\n```\n"))


def worded(value: object, text: str, key: str = "") -> object:
    """The same chart with another text in the place of each that people can word."""
    if isinstance(value, dict):
        return {name: worded(part, text, name) for name, part in value.items()}
    if isinstance(value, list):
        return [worded(part, text) for part in value]
    return text if key in {"name", "text", "title"} and value else value


def test_needs_nothing_else(weekly: Element) -> None:
    assert not weekly.all("script", "link", "img", "iframe", "object", "form", "base", "use", "image")
    assert not [each for each in weekly.all() if any(name.startswith("on") for name in each.attributes)]
    assert not [each for each in weekly.all() if "style" in each.attributes]
    assert "url(" not in STYLE
    assert "default-src 'none'" in weekly.all("meta")[1].attributes["content"]


def test_can_be_heard(weekly: Element) -> None:
    assert weekly.all("html")[0].attributes["lang"] == "en"
    assert [each.words for each in weekly.all("title")][:1] == ["Product week 36 · 31 Aug – 6 Sep 2026 · Bloom"]
    assert [len(weekly.all(tag)) for tag in ("h1", "main", "header", "footer", "nav")] == [1] * 5
    levels = [int(each.tag[1]) for each in weekly.all("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(each.attributes.get("scope") == "col" for each in weekly.all("th"))
    ids = [each.attributes["id"] for each in weekly.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    named = [id for each in weekly.all() for id in each.attributes.get("aria-labelledby", "").split()]
    assert set(named) <= set(ids)


def test_links_within_it_lead_somewhere(weekly: Element) -> None:
    ids = {each.attributes.get("id") for each in weekly.all()}
    inner = [each.attributes["href"][1:] for each in weekly.all("a") if each.attributes["href"].startswith("#")]
    assert "needs-a-decision" in inner
    assert set(inner) <= ids


def test_says_in_a_table_what_a_chart_shows(weekly: Element) -> None:
    for figure in weekly.all("figure"):
        (svg,) = figure.all("svg")
        assert svg.attributes["role"] == "img"
        assert [each.tag for each in svg.all()][:2] == ["title", "desc"]
        bars = [each for each in svg.all("rect") if each.attributes["class"] in ("planned", "active", "done", "crit")]
        assert len(figure.all("tr")) == len(bars) + 1
    assert "One-page checkout17 Aug14 Sepgets in another's way" in weekly.words


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart["kind"])
def test_every_chart_has_its_table(chart: Chart) -> None:
    (figure,) = read(page(f"# A\n\n```chart\n{json.dumps(chart)}\n```\n")).all("figure")
    assert figure.all("figcaption")[0].words == chart["title"]
    assert len(figure.all("tbody")[0].all("tr")) >= 1


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a <b>b</b>", "<p>a &lt;b&gt;b&lt;/b&gt;</p>"),
        (
            "<details>\n<summary>a &lt;b</summary>\n\nc\n\n</details>",
            "<details>\n<summary>a &lt;b</summary>\n<p>c</p>\n</details>",
        ),
        ('<a id="x"></a>a', '<p><span id="x"></span>a</p>'),
        ('<a href="x">a</a>', "<p>&lt;a href=&#34;x&#34;&gt;a</p>"),
        ("<details open>", "&lt;details open&gt;"),
        ("![a](https://evil.example/x.png)", "<p>a</p>"),
        ("```chart\n{}\n```", "<pre><code>{}\n</code></pre>"),
        ("```chart\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("<span>@</span>anna", "<p>@anna</p>"),
        ("[x](javascript:canary())", "<p>[x](javascript:canary())</p>"),
        ("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>"),
    ],
)
def test_of_what_templates_write(markdown: str, html: str) -> None:
    assert html in page(f"# A\n\n## B\n\n{markdown}\n")


def luminance(colour: str) -> float:
    """How bright a colour is, as WCAG 2.2 defines it."""
    whole = colour if len(colour) == 6 else "".join(each * 2 for each in colour)
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_can_be_read(theme: str) -> None:
    roots = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    light, dark, paper = (dict(re.findall(r"--([\w-]+): #(\w+)", root)) for root in roots)
    colours = {"light": light, "dark": light | dark, "print": light | paper}[theme]
    for name, least in LEAST.items():
        for ground in ("paper", "soft"):
            bright, dim = sorted((luminance(colours[name]), luminance(colours[ground])), reverse=True)
            assert (bright + 0.05) / (dim + 0.05) >= least, (name, ground)


@pytest.mark.parametrize("markdown", ["", "a", "# A", "## B", "---", "| a |\n|---|", "<details>"])
def test_of_little_or_nothing(markdown: str) -> None:
    assert "<main" in page(markdown)
