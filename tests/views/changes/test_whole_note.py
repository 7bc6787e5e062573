"""The note of what changed as a whole: its summary, its overview, its sources."""

import datetime as dt

import attrs
import pytest

from notes_read import plain_text
from ssrpolicy import Commitment, Language, PolicyRecord, Timeframe
from ssrpolicy.testing import empty_record, nasty_record, small_record
from ssrpolicy.views import Grid, Heading, Paragraph, changes, texts_of
from views.changes.overviews import AS_OF, SINCE, found, note_on, rows, sentences


def test_the_summary_counts_each_kind_of_change(invented: PolicyRecord) -> None:
    """A sentence each, in the order of the sections."""
    assert sentences(note_on(invented, SINCE, AS_OF), "In het kort") == [
        "Er zijn vier termijnen verstreken.",
        ("Er is tien keer vastgelegd wat bewijs laat zien. Eén keer weersprak dat eerder bewijs."),
        "Er is twee keer een termijn gewijzigd.",
        "Er zijn acht stukken bijgekomen.",
        "Er zijn vier vragen gesteld.",
        "Er zijn zes antwoorden gegeven.",
        "Er zijn zes toezeggingen gedaan.",
        ("Zes keer is een eerdere uitspraak vervangen, gewijzigd, aangevuld of herhaald."),
        "Er zijn zeven andere uitspraken bijgekomen.",
        "Er zijn zeventien andere berichten.",
        "Er is één interne notitie.",
        "Er zijn vier andere termijnen afgelopen.",
        "Over vijf toezeggingen is inmiddels lang niets gemeld.",
    ]


def test_a_period_in_which_nothing_changed_says_so(record: PolicyRecord) -> None:
    """In May 2010 nothing happened, and no table is there."""
    note = note_on(record, dt.date(2010, 4, 30), dt.date(2010, 5, 31))
    first = note.blocks[1]
    assert isinstance(first, Paragraph)
    assert plain_text(first.runs) == (
        "In deze periode is er niets veranderd: er is niets gemeld, interne notities niet "
        "meegerekend, en voor geen toezegging die openstaat, is een einddatum vastgelegd."
    )
    second = note.blocks[2]
    assert isinstance(second, Paragraph)
    assert plain_text(second.runs) == (
        "Wat in een stuk staat, telt op de dag van dat stuk, en niet op de dag waarop het is "
        "vastgelegd."
    )
    assert sentences(note, "In het kort") == []
    assert not [block for block in note.blocks if isinstance(block, Grid)]


def test_silence_that_grew_too_long_is_not_called_no_change(record: PolicyRecord) -> None:
    """Where commitments are listed as long without an update, something did change."""
    note = changes(
        record,
        as_of=dt.date(2010, 6, 15),
        since=dt.date(2010, 5, 10),
        language="nl",
        stale_after=30,
    )
    first = note.blocks[1]
    assert isinstance(first, Paragraph)
    assert plain_text(first.runs) == (
        "In deze periode is over de uitvoering niets gemeld, interne notities niet meegerekend, en "
        "voor geen toezegging die openstaat, is een einddatum vastgelegd."
    )


@pytest.mark.parametrize(
    "language, said",
    [
        ("nl", "er is geen termijn verstreken. Voor drie toezeggingen die openstaan, is geen eind"),
        ("en", "no due date passed. Three open commitments have no recorded due date."),
    ],
)
def test_what_has_no_due_date_is_set_apart_where_no_term_passed(
    invented: PolicyRecord, language: Language, said: str
) -> None:
    """Of what has an end it is said that none passed, and of the rest that it has none."""
    note = note_on(invented, dt.date(2031, 3, 12), dt.date(2031, 3, 20), language)
    first = note.blocks[1]
    assert isinstance(first, Paragraph)
    assert said in plain_text(first.runs)


def test_several_records_have_an_overview_that_leads_to_what_changed(
    record: PolicyRecord, invented: PolicyRecord
) -> None:
    """A row for each, a column for what there is; a section only where something changed."""
    note = changes([record, invented], since=SINCE, as_of=AS_OF, language="en")
    overview = next(block for block in note.blocks if isinstance(block, Grid))
    sections = [b for b in note.blocks if isinstance(b, Heading) and b.anchor is not None]
    assert [[plain_text(cell) for cell in row[1:]] for row in overview.rows] == [
        ["0", "0", "0", "0", "0"],
        ["4", "10", "2", "6", "30"],
    ]
    assert [row[0][0].anchor for row in overview.rows] == [None, "record_2"]
    assert [heading.anchor for heading in sections] == ["record_2"]


def test_an_overview_of_many_kinds_has_room_for_the_words_in_its_head(
    record: PolicyRecord, invented: PolicyRecord
) -> None:
    """Of all eight kinds those that matter most have a column, and the others are one number."""
    since = dt.date(2009, 1, 1)
    note = changes([record, invented], since=since, as_of=AS_OF, language="nl")
    overview = next(block for block in note.blocks if isinstance(block, Grid))
    found = [[int(plain_text(cell)) for cell in row[1:]] for row in overview.rows]

    assert overview.header == (
        *("Dossier", "Termijn verstreken", "Bewijs", "Gewijzigde termijnen"),
        *("Nieuwe toezeggingen", "Overige wijzigingen"),
    )
    longest = [max(map(len, name.split())) for name in overview.header]
    assert all(width > each / 105 for width, each in zip(overview.widths, longest, strict=True))
    assert overview.widths[0] == max(overview.widths)
    assert found[0][-1] > 0


def test_records_in_which_nothing_changed_say_so() -> None:
    """Two empty records, an overview of noughts, and one sentence."""
    other = attrs.evolve(empty_record(), id="other")
    note = changes([empty_record(), other], since=SINCE, as_of=AS_OF, language="en")
    assert next(plain_text(each.runs) for each in note.blocks if isinstance(each, Paragraph)) == (
        "Nothing changed in this period: nothing was reported, internal notes not counted, and no "
        "due date passed."
    )


def test_an_internal_note_changes_no_sentence() -> None:
    """The report that has it says the same as the one without, but for a table of its own."""
    small = attrs.evolve(small_record(), updates=())
    since, day, as_of = dt.date(2010, 6, 1), dt.date(2010, 7, 1), dt.date(2010, 8, 1)
    noted = small.with_update("report", date=day, by="A. Groot", internal=True, note="In concept")
    shown, hidden = (note_on(record, since, as_of) for record in (noted, small))

    own = [each for each in shown.blocks if each not in hidden.blocks]

    assert [each for each in hidden.blocks if each not in shown.blocks] == []
    heads = [each.text for each in own if isinstance(each, Heading)]
    assert heads == ["In het kort", "Interne notities"]
    assert sentences(shown, "In het kort") == ["Er is één interne notitie."]
    (table,) = [each for each in own if isinstance(each, Grid)]
    assert "In concept" in plain_text(table.rows[0][3])
    first = next(plain_text(each.runs) for each in shown.blocks if isinstance(each, Paragraph))
    assert first.startswith("In deze periode is er niets veranderd: er is niets gemeld, interne")


def test_an_internal_note_does_not_end_a_silence() -> None:
    """Nor is it counted among the updates."""
    small = attrs.evolve(small_record(), updates=())
    noted = small.with_update(
        "report", date=dt.date(2010, 12, 1), by="A. de Groot", internal=True, note="In concept"
    )
    period = dt.date(2010, 10, 1), dt.date(2011, 2, 1)
    numbers = [found(record, *period).numbers for record in (noted, small)]
    assert [each.pop("notes") for each in numbers] == [1, 0]
    assert numbers[0] == numbers[1]


def test_what_is_told_has_its_sources(invented: PolicyRecord) -> None:
    """Each row leads to a source, but for papers and a request without a quote; each is led to."""
    note = note_on(invented, SINCE, AS_OF)
    grids = [b for b in note.blocks if isinstance(b, Grid) and b.header[1] != "Stuk"]
    used = [
        {run.source for cell in row for run in cell if run.source}
        for g in grids
        for id, row in zip(g.ids, g.rows, strict=True)
        if getattr(invented[id], "quotes", None)
    ]
    assert all(used)
    assert set().union(*used) == {source.number for source in note.sources}


def test_no_cell_is_empty() -> None:
    """Whatever the texts hold, every cell says something."""
    for record in (small_record(), nasty_record()):
        note = note_on(record, dt.date(2010, 1, 1), dt.date(2012, 1, 1), "en")
        cells = [
            plain_text(cell)
            for block in note.blocks
            if isinstance(block, Grid)
            for row in block.rows
            for cell in row
        ]
        assert cells
        assert [cell for cell in cells if not cell.strip()] == []


def test_a_term_given_where_there_was_none_is_a_change() -> None:
    """The old term is said to be none."""
    small = small_record()
    promise = attrs.evolve(small.commitments[0], timeframe=None)
    rest = tuple(s for s in small.statements if not isinstance(s, Commitment))
    record = attrs.evolve(small, statements=(promise, *rest)).with_update(
        "report", date=dt.date(2011, 6, 1), by="ministry", timeframe=Timeframe(phrase="ooit")
    )
    note = note_on(record, dt.date(2011, 5, 1), dt.date(2011, 6, 1))
    assert rows(note, "Gewijzigde termijnen")[0][1:3] == ("Geen termijn genoemd", "ooit")


def test_where_nothing_was_reported_that_is_said_first() -> None:
    """New papers came, and nobody reported on what was committed; no term passed."""
    first = attrs.evolve(small_record(), updates=())
    note = changes([first], since=dt.date(2010, 1, 1), as_of=dt.date(2010, 12, 31), language="nl")
    said = [plain_text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
    # Only that a summary is in the other language stands above it.
    assert said[1] == (
        "In deze periode is over de uitvoering niets gemeld, interne notities niet meegerekend, en "
        "is er geen termijn verstreken."
    )


def test_updates_that_change_nothing_are_counted() -> None:
    """A status as before stands in no table, and how many there are is said; a note is read."""
    record, day = attrs.evolve(small_record(), updates=()), dt.date(2010, 7, 1)
    for since in (dt.date(2010, 6, 1), day, day + dt.timedelta(1)):
        record = record.with_update("report", date=since, by="ministry", claimed="in_progress")
    record = record.with_update("report", date=day, by="ministry", note="Een bericht.")
    made = changes([record], since=dt.date(2010, 6, 30), as_of=dt.date(2010, 7, 31), language="nl")
    shown = "\n".join(plain_text(r) for b in made.blocks for r in texts_of(b))
    assert "Er zijn twee berichten die niets aan de stand veranderen" in shown
    assert "Een bericht." in shown
