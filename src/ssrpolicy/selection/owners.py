"""Who is responsible for a statement: its owners, or the ministry whose letter makes it."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from ssrpolicy import codelists
from ssrpolicy.arguments import check_type
from ssrpolicy.messages import _, argument, either
from ssrpolicy.model import FullId, Party, PolicyRecord, Progress, Statement
from ssrpolicy.selection.criteria import Selection

COLLECTIVE: Final = frozenset({"nl", "nl-regering"})
"""The parties that stand for all ministries, so that none of them acts."""


def collective_remark(selection: Selection) -> str | None:
    """Return the remark that a selection asks for what all ministries do together, or None."""
    check_type(selection, Selection, "selection", 'Selection(owners="nl-bz")')
    ids = ((each, FullId.parse(each)) for each in selection.owners)
    together = [each for each, full in ids if (full.entry if full else each) in COLLECTIVE]
    if not together:
        return None
    return _(
        "{owners} stands for all ministries together, so that nothing is found of it: a statement "
        "of the government counts for the ministry that wrote its letter. Name that one, such as "
        "{example}.",
        owners=either(together),
        example=argument("--owner nl-bz", 'owners="nl-bz"'),
    )


@frozen
class Responsible:
    """Who is responsible for a statement, and whether that follows from who wrote the letter.

    Attributes:
        parties: the ids of the parties; none where nobody can be named.
        by_authorship: whether the statement names nobody, or all ministries together, so that
            the ministry of the paper's author counts.
    """

    parties: tuple[str, ...]
    by_authorship: bool = False


def responsible(record: PolicyRecord, statement: Statement, now: Progress) -> Responsible:
    """Return who is responsible for a statement as of the day of ``now``.

    Who wrote the letter counts where nobody is named, and not where nobody is said to be it.
    """
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
    check_type(statement, Statement, "statement", 'record.statement("an-id")')
    check_type(now, Progress, "now", 'record.progress("an-id", as_of=day)')
    own = tuple(each for each in now.owners if each not in COLLECTIVE)
    if own or now.disowned:
        return Responsible(own)
    found = (whole_of(record, each) for each in authors(record, statement))
    return Responsible(tuple(dict.fromkeys(found)), by_authorship=True)


def authors(record: PolicyRecord, statement: Statement) -> tuple[str, ...]:
    """Return who wrote the paper in which a statement stands, but for all ministries together."""
    found = record.document(statement.document).authors if statement.document in record else ()
    return tuple(each for each in found if each not in COLLECTIVE)


def ministry(record: PolicyRecord, party: str) -> str:
    """Return the party of which another is a part, or that one itself.

    Raises ArgumentError for a party that neither the code lists nor the record has.
    """
    check_type(record, PolicyRecord, "record", "ssrpolicy.load(path)")
    check_type(party, str, "party", '"minister-nl-bz"')
    record.check_code("parties", party)
    return whole_of(record, party)


def whole_of(record: PolicyRecord, party: str) -> str:
    """Return the party of which another is a part, or that one itself, known or not."""
    found = codelists.code(record, "parties", party)
    return found.part_of if isinstance(found, Party) and found.part_of else party
