"""What a report says of summaries that are in the other language, of one record or several."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from notes_read import runs_of, text
from ssrpolicy import LocalText, PolicyRecord
from ssrpolicy.selection import Selection, choose
from ssrpolicy.testing import small_record
from ssrpolicy.views import Note, briefing, dossier, reading_page, tracker
from tables import each_case

AS_OF = dt.date(2011, 1, 1)
ALL = "Summaries and notes are in Dutch; they do not exist in English yet."
SOME = "Not every summary exists in English; the others are in Dutch."


def dutch(id: str) -> PolicyRecord:
    """The small record with Dutch texts only."""
    small = small_record()
    statements = tuple(
        attrs.evolve(each, summary=LocalText(nl=each.summary.text("nl")))
        for each in small.statements
    )
    return attrs.evolve(
        small, id=id, title=LocalText(nl="Brandweer"), requests=(), dispositions=(),
        statements=statements,
    )  # fmt: skip


def english(id: str) -> PolicyRecord:
    """The same with English summaries."""
    record = dutch(id)
    statements = tuple(
        attrs.evolve(each, summary=LocalText(nl=each.summary.text("nl"), en="The report follows."))
        for each in record.statements
    )
    title = LocalText(nl="Brandweer", en="Fire brigade")
    return attrs.evolve(record, title=title, statements=statements)


def said(*records: PolicyRecord) -> str:
    """All words of an English dossier of these records."""
    return words_of(dossier(records, as_of=AS_OF, language="en"))


def words_of(note: Note) -> str:
    """All words of a note, in its order."""
    return " ".join(text(runs) for block in note.blocks for runs in runs_of(block))


@each_case(
    "records, sentence",
    [
        ((dutch("a"),), ALL),
        ((dutch("a"), dutch("b")), ALL),
        ((dutch("a"), english("b")), SOME),
        ((english("b"),), None),
        ((attrs.evolve(dutch("a"), statements=(), updates=()),), None),
    ],
)
def test_a_record_in_the_other_language_is_not_marked_row_by_row(
    records: tuple[PolicyRecord, ...], sentence: str | None
) -> None:
    """That its summaries are in that language is said once; of a record without any, nothing is."""
    words = said(*records)
    page = reading_page(records, as_of=AS_OF, language="en")
    sheets = tracker(records, as_of=AS_OF, language="en")

    assert "[Dutch]" not in words
    assert [each for each in (ALL, SOME) if each in words] == ([sentence] if sentence else [])
    assert (page.languages, sheets.languages) == (sentence, sentence)


@pytest.mark.parametrize("made", [briefing, dossier])
def test_a_selection_without_commitments_does_not_say_that_none_are_recorded(
    made: Callable[..., Note],
) -> None:
    """What is outside the selection is recorded all the same."""
    record = english("a")
    bare = attrs.evolve(record, statements=(), updates=())
    chosen = choose([record], Selection(kinds="position"), as_of=AS_OF)
    selected = made([record], as_of=AS_OF, language="en", selection=chosen)
    whole = made([bare], as_of=AS_OF, language="en")

    assert "There are no commitments in this selection." in words_of(selected)
    assert "No commitments are recorded." not in words_of(selected)
    assert "No commitments are recorded." in words_of(whole)
