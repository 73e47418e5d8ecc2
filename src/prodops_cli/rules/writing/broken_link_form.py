"""Each link can be followed.

A link that lacks its `https://`, or into which a space came when it was copied, looks
right in a review and leads nowhere for whoever needs it at night. Whether the page
behind it is still there is not asked: nothing is fetched.

Looked at are the keys that hold addresses (`url`, `dashboard`, `on_call`,
`request_access`, `processor_agreement`); a text there that doesn't try to be a link, or a
path in the repository, is let pass.

## Bad

```yaml tools/miro.yaml
id: miro
request_access: www.acme.example/tools/miro
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this link has no scheme; write `https://www.acme.example/tools/miro`
```

## Good

```yaml tools/miro.yaml
id: miro
request_access: https://www.acme.example/tools/miro
```
"""

import re
from collections.abc import Iterator

from prodops_cli.documents.node import Address, Value
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity

KEYS = ("url", "dashboard", "on_call", "request_access", "processor_agreement")
HOST = r"(?:[^\s/:?#.<>\[\]()]+\.)*[^\s/:?#.<>\[\]()]+\.?|\[[0-9a-f:]+\]"
WELL = re.compile(rf"https?://(?:[^\s/@]*@)?(?:{HOST})(?::[0-9]+)?(?:[/?#][^\s<>]*)?", re.IGNORECASE)
SCHEME = re.compile(r"(?P<scheme>[a-z]+)(?P<marks>:?/*)(?P<rest>(?:[^/:].*)?)", re.IGNORECASE | re.DOTALL)
SCHEMES = "htp htps http https htttp htttps hhtp hhtps htpps hppts ttp ttps"
MISSPELT = frozenset(SCHEMES.split())
MARKDOWN = re.compile(r"\[[^\]]*\]\((?P<url>[^)]*)\)|<(?P<bare>[^>]*)>")
BARE = re.compile(r"www\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|so|eu|de|fr|uk)/\S*", re.IGNORECASE)


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """What is over may keep its links as they are."""
    if not entity.is_live_on(context.today) or not any(key in entity.document.source.text for key in KEYS):
        return
    for address, text in links(entity.document.value):
        if wrong := what_is_wrong(text.strip()):
            yield Problem(entity.at(*address), f"this link {wrong}")


def links(value: Value, address: Address = ()) -> Iterator[tuple[Address, str]]:
    """The texts that stand where addresses belong; a company's own keys are its own."""
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, str) and key in KEYS:
                yield (*address, key), part
            elif not key.startswith("x-"):
                yield from links(part, (*address, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from links(part, (*address, index))


def what_is_wrong(text: str) -> str:
    """What is wrong with a link, and what to write; empty where nothing is, or where it is no link at all."""
    if WELL.fullmatch(text):
        return ""
    if found := MARKDOWN.fullmatch(text):
        return f"is wrapped in marks; write `{found['url'] or found['bare'] or ''}`"
    if BARE.fullmatch(text):
        return f"has no scheme; write `https://{text}`"
    found = SCHEME.fullmatch(text)
    if not found or found["scheme"].lower() not in MISSPELT or not found["marks"]:
        return ""
    return wrong_scheme(found["marks"], found["scheme"].lower(), found["rest"].strip())


def wrong_scheme(marks: str, scheme: str, rest: str) -> str:
    """What is wrong with a link that has something like a scheme."""
    if rest and (marks != "://" or scheme not in ("http", "https")):
        right = "http" if scheme == "http" else "https"
        return f"begins with `{scheme}{marks}`; write `{right}://{rest}`"
    if re.search(r"\s", rest):
        return "has a space in it; write `%20` there, or remove what does not belong to it"
    return "names no host that there can be; copy it once more from the browser"


CASES = """
## Bad: all sorts

```yaml tools/miro.yaml
id: miro
vendor: {name: Miro, url: htps://miro.com}
#                         ^^^^^^^^^^^^^^^ this link begins with `htps://`; write `https://miro.com`
request_access: https:/acme.example/miro
#               ^^^^^^^^^^^^^^^^^^^^^^^^ this link begins with `https:/`; write `https://acme.example/miro`
links:
  - {title: a, url: "[here](https://acme.example)"}
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this link is wrapped in marks; write `https://acme.example`
  - {title: b, url: "<https://acme.example>"}
#                   ^^^^^^^^^^^^^^^^^^^^^^^^ this link is wrapped in marks; write `https://acme.example`
  - {title: c, url: "https://acme.example/my file"}
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this link has a space in it; write `%20` there, or remove what does
                                                  not belong to it
  - {title: d, url: "https://a..b"}
#                   ^^^^^^^^^^^^^^ this link names no host that there can be; copy it once more from the browser
  - {title: d, url: "https://"}
#                   ^^^^^^^^^^ this link names no host that there can be; copy it once more from the browser
  - {title: e, url: notion.so/acme/miro}
#                   ^^^^^^^^^^^^^^^^^^^ this link has no scheme; write `https://notion.so/acme/miro`
  - {title: f, url: http//acme.example}
#                   ^^^^^^^^^^^^^^^^^^ this link begins with `http//`; write `http://acme.example`
```

## Good: links, other schemes, paths, words, what is over, a company's own

```yaml metrics/metrics.yaml
- {id: a, name: a, source: {dashboard: "https://acme.example:8080/d/1?x=%20#top"}}
- {id: b, name: b, source: {dashboard: "http://localhost:3000"}}
- {id: c, name: c, source: {dashboard: Weekly board, page 2}}
- {id: d, name: d, source: {dashboard: https}, links: [{title: a, url: "HTTPS://[::1]/x"}, {title: b, url: "//x/y"}]}
- {id: e, name: e, links: [{title: a, url: docs/how.md}, {title: b, url: "mailto:team@acme.example"}]}
- {id: f, name: f, links: [{title: a, url: "https://münchen.example/stra(1)"}, {title: b, url: "s3://bucket/key"}]}
- {id: g, name: g, status: removed, source: {dashboard: www.old.example}}
- {id: h, name: h, x-wiki: {url: www.acme.example}}
```
"""
