"""Updates: each fits in time, and evidence is evidence."""

from collections.abc import Iterator

from ssrpolicy.messages import _
from ssrpolicy.model import EvidenceStatus, PolicyRecord, Severity, Update
from ssrpolicy.rules.definition import Remark, rule
from ssrpolicy.rules.messages import in_full, in_quotes, in_words


def statement_documents(record: PolicyRecord) -> dict[str, str]:
    """Return for each statement the document in which it is made."""
    return {statement.id: statement.document for statement in record.statements}


def said_by(update: Update) -> str:
    """Return what an update says, as a message names it: ``reported fulfilled``."""
    if update.axis == "note":
        return _("note {words}", words=in_quotes(str(update.note), 40))
    return {
        "claimed": _("reported {status}", status=in_words(update.claimed)),
        "evidence": _("evidence {status}", status=in_words(update.evidence)),
        "timeframe": _("timeframe"),
        "firmness": _("firmness {firmness}", firmness=in_words(update.firmness)),
        "owners": _("responsible {names}", names=", ".join(update.owners))
        if update.owners
        else _("nobody responsible"),
    }[update.axis]


@rule("update-before-document", Severity.ERROR)
def update_before_document(record: PolicyRecord) -> Iterator[Remark]:
    """An update is dated before the document that makes its statement, or that it cites itself.

    An update says what became of a statement since; nothing can become of what was not yet said,
    and nobody can cite what was not yet written.

    Example: an update of 1 March 2010 of a statement in a letter of 29 April 2010.

    What to do: correct the date, which is that on which the update's source says it; or the date
    of the document.
    """
    dates, made_in = record.dates, statement_documents(record)
    for index, update in enumerate(record.updates):
        made = made_in.get(update.statement)
        for document in (made, update.document):
            day = dates.get(document or "")
            if day is not None and update.date < day:
                role = (
                    _("which makes the statement")
                    if document == made
                    else _("which the update cites")
                )
                yield Remark(
                    message=_(
                        "The update ({update}) is dated {date}, before {document} of {day}, "
                        "{role}.",
                        update=said_by(update),
                        date=in_full(update.date),
                        document=document,
                        day=in_full(day),
                        role=role,
                    ),
                    hint=_("Correct the date of the update or of the document."),
                    place=("updates", index, "date"),
                )
                break


@rule("evidence-without-quote", Severity.ERROR, needs_whole="entry")
def evidence_without_quote(record: PolicyRecord) -> Iterator[Remark]:
    """Evidence names no document, or quotes no words of it.

    That something was done, done in part, or not done, is read from a document, and the words
    that show it are quoted: nobody should read "kept" or "broken" without them. Only
    `none_found` and `not_assessed` have nothing to quote.

    Example: `evidence = "supports"` with a `note` and nothing else.

    What to do: record the document in `[[documents]]`, name it, and quote it. Where somebody only
    says so, it is not evidence: write `claimed` instead.
    """
    for index, update in enumerate(record.updates):
        if update.evidence is None or not update.evidence.needs_quote:
            continue
        of = {"date": in_full(update.date), "status": in_words(update.evidence)}
        if update.document and update.quotes:
            continue
        if update.document:
            message = _("The evidence of {date} ({status}) has no quotes.", **of)
        elif update.quotes:
            message = _("The evidence of {date} ({status}) has no document.", **of)
        else:
            message = _("The evidence of {date} ({status}) has no document and no quotes.", **of)
        if message:
            yield Remark(
                message=message,
                hint=_(
                    "Name the document and quote the words that show it; what somebody only says "
                    "is a report, not evidence."
                ),
                place=("updates", index),
            )


@rule("evidence-from-source", Severity.WARNING)
def evidence_from_source(record: PolicyRecord) -> Iterator[Remark]:
    """Evidence for a statement is quoted from the document that makes the statement.

    A letter cannot show that what it says came true: that takes another document, best by
    somebody else.

    Example: the claim that a fund suffices, "supported" by the same letter.

    What to do: name the document that shows it; or record what the letter itself says as a
    statement, without evidence.
    """
    made_in = statement_documents(record)
    for index, update in enumerate(record.updates):
        document = update.document
        if update.evidence is None or not update.evidence.needs_quote or document is None:
            continue
        if document == made_in.get(update.statement):
            yield Remark(
                message=_(
                    "The evidence of {date} is quoted from {document}, the document that makes the "
                    "statement.",
                    date=in_full(update.date),
                    document=document,
                ),
                hint=_("Name the document that shows what became of it since."),
                place=("updates", index, "document"),
            )


@rule("search-not-described", Severity.NOTE)
def search_not_described(record: PolicyRecord) -> Iterator[Remark]:
    """An update says that no evidence was found, and not where it was looked for.

    "Nothing found" means something only with the places that were searched and the day of it.

    Example: `evidence = "none_found"` without a `note`, of that update or of another one on the
    same statement and day.

    What to do: add a `note` that says where one looked: "gezocht in de jaarverslagen 2011 en
    2012".
    """
    noted = {(each.statement, each.date) for each in record.updates if each.note is not None}
    for index, update in enumerate(record.updates):
        said = (update.statement, update.date) in noted
        if update.evidence is not EvidenceStatus.NONE_FOUND or said:
            continue
        # An internal update without a name may have lost its note with it.
        if update.by is not None:
            yield Remark(
                message=_(
                    "The update of {date} says that no evidence was found, and not where it was "
                    "looked for.",
                    date=in_full(update.date),
                ),
                hint=_("Say so in a note."),
                place=("updates", index),
            )


@rule("moved-without-source", Severity.WARNING)
def moved_without_source(record: PolicyRecord) -> Iterator[Remark]:
    """A term is moved or given by an update that names no document.

    A delay has a document of its own, in which the new term stands. A date that nobody can look
    up moves a deadline in silence; reports say that no document shows it, and hold what was done
    against the first term as well.

    Example: an update with `timeframe = { phrase = "eind 2032", date = "2032" }` and without
    `document`.

    What to do: record the letter that moves the term in `[[documents]]`, name it as `document`
    and quote its words. Where there is none, leave the warning as it is.
    """
    for index, update in enumerate(record.updates):
        if update.timeframe is not None and update.document is None:
            yield Remark(
                message=_(
                    "No document shows the timeframe that was reported on {date}: {phrase}.",
                    date=in_full(update.date),
                    phrase=in_quotes(update.timeframe.phrase, 60),
                ),
                hint=_("Name the document that changes the timeframe, and quote its words."),
                place=("updates", index),
            )


@rule("update-duplicate", Severity.WARNING)
def update_duplicate(record: PolicyRecord) -> Iterator[Remark]:
    """One update is recorded twice, word for word.

    It counts twice, for instance as two postponements.

    Example: the same entry appended by two people.

    What to do: remove one of the two.
    """
    seen: dict[Update, int] = {}
    for index, update in enumerate(record.updates):
        earlier = seen.setdefault(update, index)
        if earlier != index:
            yield Remark(
                message=_(
                    "The update of {date} ({update}) is entry {earlier} of [[updates]] and again "
                    "entry {index}.",
                    date=in_full(update.date),
                    update=said_by(update),
                    earlier=earlier + 1,
                    index=index + 1,
                ),
                hint=_("Remove one of the two."),
                place=("updates", index),
            )
