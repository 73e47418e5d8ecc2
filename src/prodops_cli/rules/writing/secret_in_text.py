"""No key and no password stands in the catalog.

Everybody who can read a catalog can use what stands in it, and who removes it later
removes it from the newest commit only. A key that was committed once has to be withdrawn
where it was issued; then remove it here.

Known are keys of AWS, Google and Stripe, tokens of GitHub, GitLab and Slack, private
keys, and passwords in addresses. Comments are looked at, too. The message shows no more
of it than what kind it is of.

## Bad

```yaml tools/snowflake.yaml
id: snowflake
# the import's key is AKIAIOSFODNN7EXAMPLE
#                     ^^^^^^^^^^^^^^^^^^^^ `AKIA…` is a key of AWS; withdraw it there, and remove it here
```

## Good

```yaml tools/snowflake.yaml
id: snowflake
# the import's key is in the vault, under prodops/snowflake
```
"""

import re
from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule

FORMS = {
    "a key of AWS": r"(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])",
    "a token of GitHub": r"(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{22})[0-9A-Za-z_]*",
    "a token of GitLab": r"glpat-[0-9A-Za-z_-]{20,}",
    "a token of Slack": r"xox[abeprs]-[0-9A-Za-z-]{10,}",
    "a key of Stripe": r"[rs]k_live_[0-9A-Za-z]{16,}",
    "a key of Google": r"AIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])",
    "a private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----",
    "a password": r"[a-z][a-z0-9+.-]{0,20}://[^\s/:@\"'<>]{1,99}:(?P<password>[^\s/@\"'<>]{1,199})@(?=[\w.-])",
}
SECRET = re.compile("|".join(f"(?<![0-9A-Za-z])(?P<f{number}>{form})" for number, form in enumerate(FORMS.values())))
KINDS = tuple(FORMS)
MARKS = (
    "AKIA",
    "ASIA",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "glpat-",
    "xox",
    "k_live_",
    "AIza",
    "-----BEGIN",
    "@",
)
"""One of them is in every text that holds a secret; a search for each costs a twentieth of a search for the forms."""
STAND_IN = re.compile(r"[$%{<*x.…].*|pass(?:word|wd)?|pw|secret|token|hidden|redacted", re.IGNORECASE)
"""What documentation writes in the place of a password."""


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """Each file once, whatever stands in it, prodops.yaml too."""
    settings = catalog.settings_document.source
    sources = {entity.document.source.path: entity.document.source for entity in catalog.entities}
    for source in (settings, *sources.values()):
        for found in secrets(source):
            place = Place(source, exact=Span(*found.span()))
            shown, kind = f"{found.group()[:4]}…", KINDS[int((found.lastgroup or "f0")[1:])]
            where = "change it there" if kind == "a password" else "withdraw it there"
            yield Problem(place, f"`{shown}` is {kind}; {where}, and remove it here")


def secrets(source: Source) -> Iterator[re.Match[str]]:
    """The secrets in a text."""
    if not any(mark in source.text for mark in MARKS):
        return
    for found in SECRET.finditer(source.text):
        if not found["password"] or not STAND_IN.fullmatch(found["password"]):
            yield found


CASES = """
## Bad: all sorts

```yaml prodops.yaml
x-warehouse: postgres://reader:hunter22@db.acme.example/marts
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `post…` is a password; change it there, and remove it here
```
```yaml tools/all.yaml
- {id: a, name: a, owner: x, status: adopted, purpose: ghp_000000000000000000000000000000000000}
#                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ghp_…` is a token of
                                                                                                GitHub; withdraw it
                                                                                                there, and remove it
                                                                                                here
- {id: b, name: b, owner: x, status: adopted, purpose: "Use glpat-xxxxxxxxxxxxxxxxxxxx."}
#                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ `glpa…` is a token of GitLab;
                                                                                       withdraw it there, and remove it
                                                                                       here
- {id: c, name: c, owner: x, status: adopted, purpose: xoxb-xxxxxxxxxx}
#                                                      ^^^^^^^^^^^^^^^ `xoxb…` is a token of Slack; withdraw it there,
                                                                       and remove it here
```
```yaml owners/anna.yaml
id: anna
description: |
  -----BEGIN OPENSSH PRIVATE KEY-----
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `----…` is a private key; withdraw it there, and remove it here
```

## Good: what only looks like one

```yaml tools/miro.yaml
id: miro
description: |
  postgres://reader:${PASSWORD}@db.acme.example, https://user:password@host, https://acme.example:8080/a@b,
  ghp_short, xoxb-1, AKIAIOSFODNN7EXAMPLES, -----BEGIN PUBLIC KEY-----, http://user@acme.example, redis://cache:6379,
  task-live, sk_live_abc, https://acme.example/a:b@c
```
"""
