"""What a reader would miss: an owner, a summary in the other language, a date."""

from collections.abc import Iterator

from ssrpolicy.messages import _
from ssrpolicy.model import LANGUAGES, Commitment, PolicyRecord, Severity, local_texts
from ssrpolicy.rules.definition import Remark, rule


@rule("text-one-language", Severity.NOTE)
def text_one_language(record: PolicyRecord) -> Iterator[Remark]:
    """A text is there in one language only, in a record that has both.

    One language suffices. Where most of a record has both, a text in one is shown in that
    language in the other's reports too, and they say so.

    Example: `note = "Overgedragen"`, where all else has `nl` and `en`.

    What to do: add the other language, `note = { nl = "Overgedragen", en = "Handed over" }`. A
    record that keeps to one language throughout gives no such note.
    """
    described = list(local_texts(record))
    single = [each for each in described if None in (each.text.nl, each.text.en)]
    if 2 * len(single) >= len(described):
        return
    for text, __, path in single:
        missing = next(lang for lang in LANGUAGES if getattr(text, lang) is None)
        yield Remark(
            message=_("The {field} has no Dutch text.", field=path[-1])
            if missing == "nl"
            else _("The {field} has no English text.", field=path[-1]),
            hint=_("Reports in that language show the other one, and say so."),
            place=path,
        )


@rule("commitment-without-owner", Severity.NOTE, needs_whole="entry")
def commitment_without_owner(record: PolicyRecord) -> Iterator[Remark]:
    """A commitment names no owner.

    The owner is the one who is asked about it. The dossier's ministry is not the owner by itself;
    where the letter names nobody ("wordt voor gezorgd"), no owner is invented.

    Example: "wordt er standaard voor gezorgd dat uit te zenden functionarissen een goede
    vooropleiding krijgen".

    What to do: look whether the letter says whose it is; if not, leave it. An update with `owners`
    settles it later.
    """
    owned = {update.statement for update in record.updates if update.owners}
    for index, statement in enumerate(record.statements):
        if isinstance(statement, Commitment) and not statement.owners and statement.id not in owned:
            yield Remark(
                message=_("The commitment names nobody as responsible."),
                hint=_("Leave it so if the letter names none."),
                place=("statements", index),
            )


@rule("source-without-date", Severity.NOTE, needs_whole="entry")
def source_without_date(record: PolicyRecord) -> Iterator[Remark]:
    """The record's own paper has no date.

    What it says is then shown in a report as of any day, also of one before it was written, and a
    term that is counted from the letter ("within a year") has no day.

    Example: a page that says "Last week we published our response".

    What to do: give the paper its date, `date = 2025-02-10` in its `[[documents]]`.
    """
    for index, document in enumerate(record.documents):
        if document.id == record.source and document.date is None:
            yield Remark(
                message=_(
                    "{id} has no date, so what it says counts on any day, also on one before it "
                    "was written; a term that is counted from it has no end.",
                    id=document.id,
                ),
                hint=_(
                    "Add its date to the document, as in {example}.", example="date = 2025-02-10"
                ),
                place=("documents", index),
            )
