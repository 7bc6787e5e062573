"""What a reader would miss: an owner, a summary in the other language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ssrpolicy.model.record import PolicyRecord
from ssrpolicy.model.statements import Commitment
from ssrpolicy.model.texts import LANGUAGES, LocalText
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.rules.definition import Place, Remark, rule

_NAMES = {"nl": "Dutch", "en": "English"}


class _Text(NamedTuple):
    """A text in one or two languages, whose it is and where it stands."""

    text: LocalText | None
    subject: str
    place: Place


def _summaries(record: PolicyRecord) -> Iterator[_Text]:
    own = f"{record.id}#"
    for index, request in enumerate(record.requests):
        yield _Text(request.summary, own + request.id, ("requests", index, "summary"))
    for index, statement in enumerate(record.statements):
        place: Place = ("statements", index)
        yield _Text(statement.summary, own + statement.id, (*place, "summary"))
        yield _Text(statement.doubt, own + statement.id, (*place, "doubt"))
    for index, disposition in enumerate(record.dispositions):
        place = ("dispositions", index, "scope")
        yield _Text(disposition.scope, own + disposition.request, place)
    for index, instrument in enumerate(record.instruments):
        yield _Text(instrument.name, own + instrument.id, ("instruments", index, "name"))
    for index, update in enumerate(record.updates):
        yield _Text(update.note, own + update.statement, ("updates", index, "note"))


@rule("text-one-language", Severity.NOTE)
def text_one_language(record: PolicyRecord) -> Iterator[Remark]:
    """A text is there in one language only, in a record that has both.

    One language suffices. Where most of a record has both, a text in one is shown in that
    language in the other's reports too, and they say so.

    Example: `note = "Overgedragen"`, where all else has `nl` and `en`.

    What to do: add the other language, `note = { nl = "Overgedragen", en = "Handed over" }`. A
    record that keeps to one language throughout is not noted.
    """
    texts = [each for each in _summaries(record) if each.text is not None]
    single = [each for each in texts if each.text and None in (each.text.nl, each.text.en)]
    if 2 * len(single) >= len(texts):
        return
    for text, subject, place in single:
        if text is not None:
            lacking = next(lang for lang in LANGUAGES if getattr(text, lang) is None)
            yield Remark(
                subject=subject,
                message=f"The {place[-1]} has no {_NAMES[lacking]} text.",
                hint="Reports in that language show the other one, and say so.",
                place=place,
            )


@rule("commitment-without-owner", Severity.NOTE)
def commitment_without_owner(record: PolicyRecord) -> Iterator[Remark]:
    """A commitment names no owner.

    Whose it is decides who is asked about it. The dossier's ministry is not the owner by itself;
    where the letter names nobody ("wordt voor gezorgd"), none is invented.

    Example: "wordt er standaard voor gezorgd dat uit te zenden functionarissen een goede
    vooropleiding krijgen".

    What to do: look whether the letter says whose it is; if not, leave it. An update with `owners`
    settles it later.
    """
    owned = {update.statement for update in record.updates if update.owners}
    for index, statement in enumerate(record.statements):
        if isinstance(statement, Commitment) and not statement.owners and statement.id not in owned:
            yield Remark(
                subject=f"{record.id}#{statement.id}",
                message="The commitment names no owner.",
                hint="Leave it so if the letter names none.",
                place=("statements", index),
            )
