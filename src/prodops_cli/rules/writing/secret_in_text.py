"""No key and no password stands in the catalog.

Everybody who can read a catalog can use what stands in it, and who removes it later
removes it from the newest commit only. A key that was committed once has to be withdrawn
where it was issued; then remove it here.

Known are keys of AWS, Google and Stripe, tokens of GitHub, GitLab and Slack, private
keys, and passwords in addresses. Comments are looked at, too. Neither the message nor
the lines that are shown with it, or with any other finding, show it whole.

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

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.credentials import SEEN, credentials
from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """Each file once, whatever stands in it, prodops.yaml too."""
    settings = catalog.settings_document.source
    sources = {entity.document.source.path: entity.document.source for entity in catalog.entities}
    for source in (settings, *sources.values()):
        for found in credentials(source.text):
            place = Place(source, exact=Span(found.start, found.stop))
            shown = source.text[found.start : found.start + SEEN]
            where = "change it there" if found.kind == "a password" else "withdraw it there"
            yield Problem(place, f"`{shown}…` is {found.kind}; {where}, and remove it here")


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
