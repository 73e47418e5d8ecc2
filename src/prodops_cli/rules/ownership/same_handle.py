"""Each account belongs to one person.

Reviews are asked for and reminders are sent by handle. If two people have one, somebody
is never asked and somebody else is asked for everything; mostly a file was copied for
the new colleague, and a line was forgotten.

Who left may have left an account to a successor. Case and a leading `@` make no
difference.

## Bad

```yaml owners/anna.yaml
id: anna
handles: {github: anna-s}
```
```yaml owners/ben.yaml
id: ben
handles: {github: anna-s}
#                 ^^^^^^ `anna-s` is what `anna` is called on GitHub; write the handle of `ben`, or remove it
```

## Good

```yaml owners/anna.yaml
id: anna
handles: {github: anna-s}
```
```yaml owners/ben.yaml
id: ben
handles: {github: ben}
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Address
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner


class Account(NamedTuple):
    """What somebody is called in another system, as the document writes it, and where."""

    system: str
    handle: str
    address: Address


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """At the later person, by path."""
    met: dict[tuple[str, str], tuple[Owner, Account]] = {}
    for owner in catalog.all(Owner):
        if owner.farewell(context.today) or catalog.get(Owner, owner.id) is not owner:
            continue
        for account in accounts(owner):
            key = account.system, account.handle.strip().removeprefix("@").casefold()
            first, theirs = met.setdefault(key, (owner, account))
            if first is not owner:
                yield problem(owner, account, first, theirs)


def problem(owner: Owner, account: Account, first: Owner, theirs: Account) -> Problem:
    """What is said of the later one."""
    name = "address" if account.system == "e-mail" else "handle"
    called = "the address of" if account.system == "e-mail" else "what"
    on = "" if account.system == "e-mail" else f" is called on {account.system}"
    message = f"`{account.handle}` is {called} `{first.id}`{on}; write the {name} of `{owner.id}`, or remove it"
    return Problem(owner.at(*account.address), message, related=(Related(first.at(*theirs.address), "here"),))


def accounts(owner: Owner) -> Iterator[Account]:
    """The accounts of a person."""
    if owner.type != "person":
        return
    if owner.email:
        yield Account("e-mail", owner.email, ("email",))
    for key, system in (("github", "GitHub"), ("gitlab", "GitLab"), ("slack", "Slack")):
        if handle := getattr(owner.handles, key, None):
            yield Account(system, handle, ("handles", key))


CASES = """
## Bad: another spelling, an address, three of them

```yaml owners/all.yaml
- {id: a, name: a, type: person, email: a@b.example, handles: {slack: "@Ann", gitlab: z}}
- {id: b, name: b, type: person, email: A@b.example, handles: {slack: ann}}
#                                       ^^^^^^^^^^^ `A@b.example` is the address of `a`; write the address of `b`, or
                                                    remove it
#                                                                     ^^^ `ann` is what `a` is called on Slack; write
                                                                          the handle of `b`, or remove it
- {id: c, name: c, type: person, handles: {gitlab: z}}
#                                                  ^ `z` is what `a` is called on GitLab; write the handle of `c`, or
                                                     remove it
```

## Good: systems are apart, who left, no handles

```yaml owners/all.yaml
- {id: a, name: a, type: person, handles: {github: ann, slack: ann}}
- {id: b, name: b, type: person, handles: {gitlab: ann}}
- {id: c, name: c, type: person, left: 2025-01-01, handles: {github: ann}}
- {id: d, name: d, type: person}
- {id: a, name: e, type: person, handles: {github: ann}}
```
"""
