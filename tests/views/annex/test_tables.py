"""The tables of the budget annex: what is dealt with, and what is in hand."""

import datetime as dt

import pytest

from notes_read import plain_text
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.testing import empty_record, nasty_record, small_record
from ssrpolicy.views import Grid, Heading, Paragraph, annex
from tables import each_case
from views.annex.annexes import LATER, TABLES, placed, rows, sentences

AS_OF = dt.date(2010, 12, 31)
UNKNOWN = "Moties waarvan de uitslag onbekend is"


def test_the_annex_has_four_tables_in_the_order_of_the_form(record: PolicyRecord) -> None:
    """Motions come before commitments, what is dealt with before what is in hand."""
    note = annex([record], as_of=AS_OF, language="nl")
    headings = [block.text for block in note.blocks if isinstance(block, Heading)]
    tables = [block.header for block in note.blocks if isinstance(block, Grid)]
    assert [each for each in headings if each != UNKNOWN] == list(TABLES)
    about = ("Nr.", "Omschrijving", "Vindplaats", "Verantwoordelijk")
    assert set(tables) == {(*about, "Verwachte datum", "Stand van zaken")}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_columns_are_as_wide_as_what_stands_in_them(
    record: PolicyRecord, language: Language
) -> None:
    """Descriptions have most room where nothing is reported; there is room to write what is."""
    note = annex([record], as_of=AS_OF, language=language)
    tables = [block for block in note.blocks if isinstance(block, Grid)]

    for table in tables:
        number, description, *others, state = table.widths
        assert sum(table.widths) == pytest.approx(1)
        assert description > 0.25
        assert description > max(others)
        assert number == min(table.widths)
        assert state > 0.15


def test_rows_are_numbered_on_from_table_to_table(invented: PolicyRecord) -> None:
    """Each row can be named by its number; what is dealt with has no expected date."""
    note = annex([invented], as_of=dt.date(2034, 4, 15), language="nl")
    grids = [block for block in note.blocks if isinstance(block, Grid)]
    numbers = [plain_text(row[0]) for grid in grids for row in grid.rows]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert ["Verwachte datum" in grid.header for grid in grids] == [True, False, True]


def test_a_table_without_rows_says_so_in_a_sentence(record: PolicyRecord) -> None:
    """Nothing of the letter is dealt with on the last day of 2010."""
    note = annex([record], as_of=AS_OF, language="nl")
    assert sentences(note, "Afgehandelde moties") == ["Er zijn geen afgehandelde moties."]
    assert sentences(note, "Afgehandelde toezeggingen") == [
        "Er zijn geen afgehandelde toezeggingen."
    ]


def test_an_empty_record_gives_four_sentences() -> None:
    """A record in which nothing is recorded yet has an annex all the same."""
    note = annex([empty_record()], as_of=AS_OF, language="en")
    said = [plain_text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
    assert said[1:] == [
        "No motions have been closed.",
        "No motions are in hand.",
        "No commitments have been closed.",
        "No commitments are in hand.",
    ]


def test_every_commitment_of_the_letter_stands_in_the_annex_once(record: PolicyRecord) -> None:
    """All seven are in hand, in the order of the letter, each with its paper."""
    table = rows(annex([record], as_of=AS_OF, language="nl"), "Toezeggingen in behandeling")
    assert [cells[0] for cells in table.values()] == [
        commitment.summary.text("nl") for commitment in record.commitments
    ]
    assert {cells[1] for cells in table.values()} == {"Kamerstukken II 2009/10, 32123-X, nr. 124"}


@each_case(
    "claimed, table",
    [
        ("unknown", "Toezeggingen in behandeling"),
        ("open", "Toezeggingen in behandeling"),
        ("in_progress", "Toezeggingen in behandeling"),
        ("partly_fulfilled", "Toezeggingen in behandeling"),
        ("fulfilled", "Afgehandelde toezeggingen"),
        ("not_pursued", "Afgehandelde toezeggingen"),
        ("transferred", "Toezeggingen in behandeling"),
    ],
)
def test_what_is_reported_decides_on_the_table_of_a_commitment(claimed: str, table: str) -> None:
    """Reported as fulfilled or not pursued is dealt with; transferred to nobody known is not."""
    record = small_record().with_update("report", date=LATER, by="ministry", claimed=claimed)
    assert placed(record)["report"] == table


def test_a_report_of_a_later_day_does_not_count() -> None:
    """What was reported the day after is not known yet."""
    record = small_record().with_update(
        "report", date=LATER + dt.timedelta(days=1), by="ministry", claimed="fulfilled"
    )
    assert placed(record)["report"] == "Toezeggingen in behandeling"


def test_a_commitment_of_a_later_paper_is_left_out_and_counted(invented: PolicyRecord) -> None:
    """In June 2031 the letters of September 2031 and of 2033 were not there."""
    note = annex([invented], as_of=dt.date(2031, 6, 10), language="en")
    assert "trainers-later" not in rows(note, "Commitments in hand")
    assert sentences(note, "Commitments in hand") == [
        "Six commitments made after 10 June 2031 are left out."
    ]


def test_no_cell_is_empty() -> None:
    """Whatever the texts hold, every cell says something."""
    for record in (small_record(), nasty_record()):
        note = annex([record], as_of=LATER, language="en")
        cells = [
            plain_text(cell)
            for block in note.blocks
            if isinstance(block, Grid)
            for row in block.rows
            for cell in row
        ]
        assert cells
        assert [cell for cell in cells if not cell.strip()] == []
