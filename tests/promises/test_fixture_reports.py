"""What the reports on the invented record promise: no column and no section of them is empty."""

import datetime as dt
from collections.abc import Iterable

import pytest

from ssrpolicy.model import Language, PolicyRecord
from ssrpolicy.views.language.labels import label
from ssrpolicy.views.notes.blocks import (
    Block,
    Bullets,
    Contents,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Run,
)
from ssrpolicy.views.notes.briefing.note import briefing
from ssrpolicy.views.notes.dossier.note import dossier
from ssrpolicy.views.workbook.tables import Table
from ssrpolicy.views.workbook.tracker import tracker


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_column_of_the_tracker_is_empty(
    invented: PolicyRecord, invented_as_of: dt.date, language: Language
) -> None:
    """Each column of each sheet and list has a value in some row, but for those to type in."""
    exported_empty = {"evidence_document", "evidence_quote", "new_term", "new_due", "term_reason"}
    not_in_the_record = {
        "due_soon: field.last_update",
        "statements: move_reason",
        "instruments: exactly",
        "instruments: about",
        "instruments: more_quantities",
    }
    made = tracker([invented], as_of=invented_as_of, language=language)
    empty = [
        f"{table.key}: {column.key}"
        for table in (*made.tables, *made.sections)
        for column in table.columns
        if column.key not in exported_empty
        if all(value is None or value == "" for value in table.column(column.key))
    ]

    assert set(empty) == not_in_the_record


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_list_of_the_overview_says_that_there_is_none(
    invented: PolicyRecord, invented_as_of: dt.date, language: Language
) -> None:
    """Something is overdue, something due soon; each status, owner and place is counted."""
    made = tracker([invented], as_of=invented_as_of, language=language)
    none = label("tracker.none", language)
    counted = {"claimed", "evidence", "schedule"}

    assert [t.key for t in made.sections if t.rows[0][0] == none] == []
    uncounted = [
        f"{table.key}: {row[0]}"
        for table in made.sections
        if table.key in counted
        for row in table.rows
        if not _number(table, row, "overview.commitments")
        and not _number(table, row, "overview.others")
    ]
    assert uncounted == []
    keys = {fact.key for fact in made.facts}
    assert keys == {"what", "as_of", "record", "axes", "unverified", "fallback", "later"}


SECTIONS = (
    "occasion",
    "key_points",
    "requests",
    "commitments",
    "conditions",
    "since",
    "other_statements",
    "positions",
    "claims",
    "engagements",
    "instruments",
    "documents",
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_section_of_the_dossier_has_something_in_it(
    invented: PolicyRecord, invented_as_of: dt.date, language: Language
) -> None:
    """Every section is there, in its order, and none stands empty."""
    note = dossier([invented], as_of=invented_as_of, language=language)
    headings = [block.text for block in note.blocks if isinstance(block, Heading)]

    # All activities are those of one letter, which their heading names.
    the = label("briefing_the.letter", language)
    words = {"engagements": label("briefing.engagements_of", language, paper=the)}
    assert headings == [words.get(key) or label(f"briefing.{key}", language) for key in SECTIONS]
    blocks = [block for block in note.blocks if not isinstance(block, Heading)]
    assert {type(block) for block in blocks} == {Bullets, Facts, Grid, Paragraph}
    assert [text for block in blocks for text in _texts(block) if not text.strip()] == []
    assert note.sources
    assert [source.remark for source in note.sources if source.remark is not None] != []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_key_point_of_the_dossier_is_made(
    invented: PolicyRecord, invented_as_of: dt.date, language: Language
) -> None:
    """Overdue, due soon, said but not shown, contradicted, and a refusal without its ground."""
    note = dossier([invented], as_of=invented_as_of, language=language)
    said = {text for block in note.blocks for text in _texts(block)}
    keys = ("overdue", "due_soon", "said_met", "contradicted", "unfounded", "no_answer")

    assert [key for key in keys if label(f"briefing.{key}", language) not in said] == []
    # A sentence on the language of quotes may follow in the same paragraph.
    assert any(text.startswith(label("briefing.fallback", language)) for text in said)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_thing_that_needs_attention_opens_the_decision_note(
    invented: PolicyRecord, invented_as_of: dt.date, language: Language
) -> None:
    """Each kind of it begins a line of the issue, whatever else has to wait."""
    note = briefing([invented], as_of=invented_as_of, language=language)
    said = [text for block in note.blocks for text in _texts(block)]
    keys = (
        "overdue", "overdue_condition", "contradicted", "unanswered", "unfounded", "due_soon",
    )  # fmt: skip

    missing = [
        key
        for key in keys
        if not any(text.startswith(f"{label(f'decision.{key}', language)} ") for text in said)
    ]
    assert missing == []


def _number(table: Table, row: tuple[object, ...], column: str) -> object:
    return row[[each.key for each in table.columns].index(column)]


def _texts(block: Block) -> list[str]:
    """The lines of a block as they read, without the references to sources."""
    groups: Iterable[Iterable[Run]]
    match block:
        case Contents():
            return []
        case Heading():
            return [block.text]
        case Paragraph():
            groups = [block.runs]
        case Bullets():
            groups = block.items
        case Facts():
            groups = [runs for _, runs in block.rows]
        case Grid():
            groups = [cell for row in block.rows for cell in row]
    return ["".join(run.text for run in runs) for runs in groups]
