"""What the history of a statement adds up to: claims, evidence, and answers that rest on them."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ssrpolicy.messages import _
from ssrpolicy.model import ClaimedStatus, EvidenceStatus, PolicyRecord, Severity, Update, derived
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_full, in_words


class _Numbered(NamedTuple):
    """An update and its number in the record, from 0."""

    number: int
    update: Update


@derived
def _histories(record: PolicyRecord) -> dict[str, list[_Numbered]]:
    """Return the updates of each statement by date, those of one date in file order."""
    known = {statement.id for statement in record.statements}
    found: dict[str, list[_Numbered]] = {}
    for number, update in enumerate(record.updates):
        if update.statement in known:
            found.setdefault(update.statement, []).append(_Numbered(number, update))
    for entries in found.values():
        entries.sort(key=lambda entry: entry.update.date)
    return found


def _latest(entries: list[_Numbered], axis: str) -> _Numbered | None:
    # An update says one thing, and is of the axis that it has a value of.
    for entry in reversed(entries):
        if getattr(entry.update, axis) is not None:
            return entry
    return None


def _who(update: Update) -> str:
    return update.by or _("Somebody")  # an internal update may have no name


@rule("fulfilled-without-evidence", Severity.WARNING, needs_whole="entry")
def fulfilled_without_evidence(record: PolicyRecord) -> Iterator[Remark]:
    """Somebody says that a statement is fulfilled, and no evidence shows it.

    What is claimed and what is shown are two things; reports show this one as *said* to be met.

    Example: `claimed = "fulfilled"`, and no update with `evidence`.

    What to do: look for a document that shows it, and add an update with `evidence`, the document
    and a quote. If you looked and found nothing, say so with `evidence = "none_found"`; the
    warning then remains, because the claim does.
    """
    for entries in _histories(record).values():
        claimed, evidence = _latest(entries, "claimed"), _latest(entries, "evidence")
        if claimed is None or claimed.update.claimed is not ClaimedStatus.FULFILLED:
            continue
        shown = None if evidence is None else evidence.update.evidence
        if shown is not None and shown.needs_quote:
            continue
        searched = shown is EvidenceStatus.NONE_FOUND
        yield Remark(
            message=_(
                "{by} said on {date} that this is fulfilled; evidence was searched for and none "
                "found.",
                by=_who(claimed.update),
                date=in_full(claimed.update.date),
            )
            if searched
            else _(
                "{by} said on {date} that this is fulfilled; no evidence shows it.",
                by=_who(claimed.update),
                date=in_full(claimed.update.date),
            ),
            hint=None if searched else _("Add an update with evidence, its document and a quote."),
            place=("updates", claimed.number),
        )


@rule("fulfilled-contradicted", Severity.WARNING)
def fulfilled_contradicted(record: PolicyRecord) -> Iterator[Remark]:
    """Somebody says that a statement is fulfilled, and the evidence contradicts it.

    Reports show both, and do not count the statement as met.

    Example: `claimed = "fulfilled"` in June, and an evaluation in November that finds that it was
    not done.

    What to do: nothing, if both were said so. Otherwise correct the one that is wrong, by a new
    update.
    """
    for entries in _histories(record).values():
        claimed, evidence = _latest(entries, "claimed"), _latest(entries, "evidence")
        if claimed is None or claimed.update.claimed is not ClaimedStatus.FULFILLED:
            continue
        if evidence is None or evidence.update.evidence is not EvidenceStatus.CONTRADICTS:
            continue
        yield Remark(
            message=_(
                "{by} said on {date} that this is fulfilled; the evidence of {found} "
                "contradicts it.",
                by=_who(claimed.update),
                date=in_full(claimed.update.date),
                found=in_full(evidence.update.date),
            ),
            hint=_("Reports show both, and do not count it as met."),
            place=("updates", evidence.number),
        )


def _reversed(earlier: Update, later: Update) -> str:
    days = {"date": in_full(later.date), "earlier": in_full(earlier.date)}
    if later.evidence is EvidenceStatus.SUPPORTS:
        return _("The evidence of {date} supports what that of {earlier} contradicts.", **days)
    return _("The evidence of {date} contradicts what that of {earlier} supports.", **days)


@rule("evidence-reversed", Severity.NOTE)
def evidence_reversed(record: PolicyRecord) -> Iterator[Remark]:
    """Later evidence shows the contrary of earlier evidence.

    The later evidence counts. The change is worth a look: perhaps the two speak of different
    things, places or times.

    Example: a mission report of 2032 that supports a claim, and an evaluation of 2033 that
    contradicts it.

    What to do: read both quotes next to each other; if they speak of different things, say so in a
    note.
    """
    contrary = {EvidenceStatus.SUPPORTS, EvidenceStatus.CONTRADICTS}
    for entries in _histories(record).values():
        shown = [e for e in entries if e.update.evidence in contrary]
        for earlier, later in pairwise(shown):
            if earlier.update.evidence is not later.update.evidence:
                yield Remark(
                    message=_reversed(earlier.update, later.update),
                    hint=_("The later governs; read both quotes next to each other."),
                    place=("updates", later.number),
                )


@rule("transferred-without-owner", Severity.WARNING, needs_whole="entry")
def transferred_without_owner(record: PolicyRecord) -> Iterator[Remark]:
    """A statement is handed over, and no update says to whom.

    What was transferred goes on elsewhere; without the new owner nobody has it any more.

    Example: `claimed = "transferred"`, and no update with `owners`.

    What to do: add an update with `owners`, dated no earlier than the last one before the
    transfer; where the source does not name the new owner, leave the warning as it is.
    """
    for entries in _histories(record).values():
        claimed = _latest(entries, "claimed")
        if claimed is None or claimed.update.claimed is not ClaimedStatus.TRANSFERRED:
            continue
        if _latest(entries, "owners") is None:
            yield Remark(
                message=_(
                    "This was transferred on {date}, and no update says to whom.",
                    date=in_full(claimed.update.date),
                ),
                hint=_("Add an update that says who is responsible, if the source names them."),
                place=("updates", claimed.number),
            )


@rule("disposition-on-contradicted", Severity.WARNING)
def disposition_on_contradicted(record: PolicyRecord) -> Iterator[Remark]:
    """An answer to a request rests on a statement that the evidence contradicts.

    The answer itself stands; what it was based on does not. Reports mark it.

    Example: a request is declined `because` capacity never fell short, and an evaluation shows
    that it did.

    What to do: nothing, if the evidence is right: this is what the record is for.
    """
    contradicted: dict[str, dt.date] = {}
    for statement, entries in _histories(record).items():
        evidence = _latest(entries, "evidence")
        if evidence is not None and evidence.update.evidence is EvidenceStatus.CONTRADICTS:
            contradicted[statement] = evidence.update.date
    for index, disposition in enumerate(record.dispositions):
        for number, id in enumerate(disposition.because):
            if id in contradicted:
                yield Remark(
                    message=_(
                        "The answer {answer} rests on {id}, which the evidence of {contradicted} "
                        "contradicts.",
                        answer=in_words(disposition.answer),
                        id=id,
                        contradicted=in_full(contradicted[id]),
                    ),
                    hint=_("The answer stands; reports mark what it rests on."),
                    place=("dispositions", index, "because", number),
                )
