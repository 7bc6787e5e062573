"""What changed between two days: each change once, with what held before it."""

import datetime as dt
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from ssrpolicy import (
    Answer,
    Commitment,
    Disposition,
    Document,
    DocumentKind,
    EdtfDate,
    Language,
    Outcome,
    PaperNumber,
    PolicyRecord,
    Relation,
    RelationKind,
    Timeframe,
    Votes,
)
from ssrpolicy.testing import empty_record, nasty_record, small_record
from ssrpolicy.views import Block, Bullets, Grid, Heading, Note, Paragraph, Runs, changes, texts_of
from ssrpolicy.views.notes.changes.record_changes import RecordChanges
from ssrpolicy.views.notes.frame import parts_of

SINCE, AS_OF = dt.date(2031, 6, 30), dt.date(2034, 4, 15)


@pytest.fixture(scope="module")
def letter_record(letter: Path) -> PolicyRecord:
    """The record of the letter, without a single update."""
    return ssrpolicy.load(letter)


@pytest.fixture(scope="module")
def invented(fixtures: Path) -> PolicyRecord:
    """The invented record, with three years of updates."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def found(
    record: PolicyRecord, since: dt.date, as_of: dt.date, *, stale_after: int = 180
) -> RecordChanges:
    """What changed in one record, before it is put into words."""
    (part,) = parts_of([record], as_of=as_of, language="nl")
    return RecordChanges(part=part, since=since, stale_after=stale_after)


def told(record: PolicyRecord, since: dt.date, as_of: dt.date, language: Language = "nl") -> Note:
    """The overview of one record."""
    return changes([record], since=since, as_of=as_of, language=language)


def text(runs: Runs) -> str:
    """Runs as a reader sees them, without references."""
    return "".join(run.text for run in runs)


def under(note: Note, heading: str) -> list[Block]:
    """The blocks below a heading, up to the next heading."""
    blocks: list[Block] = []
    here = False
    for block in note.blocks:
        if isinstance(block, Heading):
            here = block.text == heading
        elif here:
            blocks.append(block)
    return blocks


def rows(note: Note, heading: str) -> list[tuple[str, ...]]:
    """The rows of the table below a heading."""
    return [
        tuple(text(cell) for cell in cells)
        for block in under(note, heading)
        if isinstance(block, Grid)
        for cells in block.rows
    ]


def sentences(note: Note, heading: str) -> list[str]:
    """The paragraphs and list items below a heading."""
    said: list[str] = []
    for block in under(note, heading):
        if isinstance(block, Paragraph):
            said.append(text(block.runs))
        elif isinstance(block, Bullets):
            said += [text(item) for item in block.items]
    return said


# -- what changed ----------------------------------------------------------------------------------


def test_a_moved_term_stands_with_the_old_and_the_new_one(invented: PolicyRecord) -> None:
    """The postponement of the trainers, in the words of both letters, and how much later it is."""
    assert rows(told(invented, SINCE, AS_OF), "Gewijzigde termijnen")[0] == (
        (
            "De minister van Kustwacht zendt uiterlijk op 1 oktober 2031 veertig tot zestig "
            "opleiders naar Bergovië."
        ),
        "“Uiterlijk op 1 oktober 2031”",
        "“uiterlijk op 1 april 2032”",
        (
            "3 september 2031, ministerie van Kustwacht van Lagemeer. De einddatum is zes maanden "
            "later. Uitstel wegens late levering van lesmateriaal."
        ),
    )


def test_a_term_that_was_moved_twice_is_two_changes_in_a_chain() -> None:
    """The new term of the first change is the old one of the second."""
    record = small_record()
    for month, date in ((6, "2011-09-30"), (8, "2011-12-31")):
        record = record.with_update(
            "report",
            date=dt.date(2011, month, 1),
            by="ministry",
            timeframe=Timeframe(phrase=f"uiterlijk {date}", date=EdtfDate(date)),
        )
    terms = found(record, dt.date(2011, 5, 1), dt.date(2011, 12, 31)).terms
    assert [change.before.timeframe for change in terms] == [
        record.commitments[0].timeframe,
        terms[0].update.timeframe,
    ]


def test_evidence_that_turned_stands_with_what_it_showed_before(invented: PolicyRecord) -> None:
    """The interpreters: first confirmed, then contradicted by the audit; and only there turned."""
    shown = rows(told(invented, SINCE, AS_OF), "Wat bewijs laat zien")
    interpreters = [row[1:3] for row in shown if row[0].startswith("De Kustwacht werft")]
    turned = [c.statement.id for c in found(invented, SINCE, AS_OF).evidence if c.turned]
    assert interpreters == [("Niet beoordeeld", "Bevestigd"), ("Bevestigd", "Weersproken")]
    assert turned == ["interpreters"]


def test_evidence_that_shows_the_same_again_is_another_update() -> None:
    """A second source that supports a claim changes nothing, and is told among the updates."""
    record = small_record().with_update(
        "claim",
        date=dt.date(2011, 6, 1),
        by="ministry",
        evidence="supports",
        document="letter",
        quotes=["Het brandweerfonds betaalt de ladders."],
    )
    note = told(record, dt.date(2011, 5, 1), dt.date(2011, 6, 1))
    assert rows(note, "Wat bewijs laat zien") == []
    assert [row[3] for row in rows(note, "Andere berichten")] == [
        "Bewijs: bevestigd, zoals eerder."
    ]


AGAIN: tuple[tuple[dict[str, Any], str], ...] = (
    ({"claimed": "in_progress"}, "Gemelde status: in uitvoering, zoals eerder."),
    ({"firmness": "firm"}, "Stelligheid: stellig, zoals eerder."),
    ({"owners": ["nl-bz"]}, "Verantwoordelijk: ministerie van Buitenlandse Zaken, zoals eerder."),
    (
        {"timeframe": Timeframe(phrase="in 2012", date=EdtfDate("2012"))},
        "Termijn: “in 2012”, zoals eerder.",
    ),
    ({"evidence": "none_found"}, "Bewijs: geen bewijs gevonden, zoals eerder."),
)


@pytest.mark.parametrize("again, words", AGAIN)
def test_what_is_reported_again_is_counted_and_not_told(again: dict[str, Any], words: str) -> None:
    """An update that leaves a commitment where it stood is a row only where it has a note."""

    def repeated(**noted: Any) -> Note:
        record = attrs.evolve(small_record(), updates=())
        for day in (dt.date(2011, 4, 1), dt.date(2011, 6, 1)):
            record = record.with_update("report", date=day, by="ministry", **noted, **again)
        return told(record, dt.date(2011, 5, 1), dt.date(2011, 6, 1))

    silent, noted = repeated(), repeated(note="Het wacht op de gemeente.")
    short, others = (sentences(silent, each) for each in ("In het kort", "Andere berichten"))

    assert "Eén bericht meldt geen verandering." in short
    assert others == ["Eén bericht verandert niets aan de stand; het staat in het dossier."]
    assert rows(noted, "Andere berichten")[0][3] == f"{words} Het wacht op de gemeente."
    assert "Eén bericht meldt geen verandering." not in sentences(noted, "In het kort")
    assert not rows(silent, "Gewijzigde termijnen") + rows(noted, "Gewijzigde termijnen")


def test_a_note_alone_is_told_in_full() -> None:
    """Whoever wrote it said something, though no value changed."""
    day = dt.date(2011, 6, 1)
    record = small_record().with_update("report", date=day, by="ministry", note="Het komt goed.")
    note = told(record, dt.date(2011, 5, 1), day)

    assert rows(note, "Andere berichten")[0][3] == "Het komt goed."


def test_what_was_asked_is_named_by_what_it_is(invented: PolicyRecord) -> None:
    """A column of questions is called so, one of requests too, and one of both says that."""

    def heads(since: dt.date, as_of: dt.date, heading: str, language: Language) -> list[str]:
        note = told(invented, since, as_of, language)
        (table,) = [each for each in under(note, heading) if isinstance(each, Grid)]
        return [table.header[0], table.summary]

    first, later = dt.date(2030, 12, 31), dt.date(2033, 1, 1)
    assert heads(SINCE, AS_OF, "Nieuwe vragen", "nl") == [
        "Vraag",
        "De vragen uit deze periode, met hun vindplaats en het antwoord.",
    ]
    assert heads(SINCE, AS_OF, "New questions", "en")[0] == "Question"
    assert heads(first, SINCE, "Nieuwe verzoeken", "nl")[0] == "Verzoek"
    assert heads(SINCE, AS_OF, "Nieuwe antwoorden", "nl")[0] == "Verzoek of vraag"
    assert heads(later, AS_OF, "Nieuwe antwoorden", "nl")[0] == "Vraag"


def test_new_commitments_are_those_of_papers_in_the_period(invented: PolicyRecord) -> None:
    """Those of the second letter, of 3 September 2031, count from the day before it."""
    third = dt.date(2031, 9, 3)
    new = [c.id for c in found(invented, dt.date(2031, 9, 2), third).commitments]
    assert new == ["trainers-later", "yearly-report-stands", "interpreters-reported"]
    assert found(invented, third, dt.date(2031, 9, 4)).commitments == ()


def test_the_seven_commitments_of_the_letter_are_new_in_its_quarter(
    letter_record: PolicyRecord,
) -> None:
    """With who is responsible, the term and the paper; what is not stated is not filled in."""
    note = told(letter_record, dt.date(2010, 3, 31), dt.date(2010, 6, 30))
    new = rows(note, "Nieuwe toezeggingen")
    assert len(new) == 7
    assert new[-1][1:] == (
        "Niet genoemd",
        "Geen termijn genoemd",
        "Kamerstukken II 2009/10, 32123-X, nr. 124",
    )


def test_a_status_stands_with_the_one_before_it(invented: PolicyRecord) -> None:
    """The curriculum was reported as open, then as fulfilled."""
    first = rows(told(invented, SINCE, AS_OF), "Andere berichten")[0]
    assert first[3] == (
        "Gemelde status: voldaan (daarvoor: nog niet begonnen). Het leerplan is aan de Raad "
        "gezonden."
    )


def test_new_owners_stand_with_those_before_them(invented: PolicyRecord) -> None:
    """The ministry that took over, and the one that did it before."""
    said = [row[3] for row in rows(told(invented, SINCE, AS_OF, "en"), "Other updates")]
    assert any(
        each.startswith(
            "Responsible: Lagemeer Ministry of the Judiciary (previously: Lagemeer Ministry of "
            "Order and Law)."
        )
        for each in said
    )


def test_every_update_of_the_period_is_told_once(invented: PolicyRecord) -> None:
    """Each stands in one table; the one that was recorded twice is told once."""
    given = found(invented, SINCE, AS_OF)
    kinds = (given.terms, given.evidence, given.updates, given.unchanged, given.notes)
    listed = [change.update for kind in kinds for change in kind]
    known = {update for update in invented.updates if SINCE < update.date <= AS_OF}
    assert len(listed) == len(set(listed))
    assert set(listed) == known


def test_periods_that_follow_one_another_tell_every_update_once(invented: PolicyRecord) -> None:
    """Who asks again from the last day misses nothing, and sees nothing twice."""
    days = [dt.date(2031, 1, 1), SINCE, dt.date(2032, 2, 1), dt.date(2033, 11, 14), AS_OF]
    listed = [
        change.update
        for since, as_of in pairwise(days)
        for change in found(invented, since, as_of)._changes  # noqa: SLF001 - all kinds together
    ]
    assert len(listed) == len(set(listed))
    assert set(listed) == {update for update in invented.updates if update.date <= AS_OF}


# -- what time does --------------------------------------------------------------------------------


def test_what_became_overdue_was_not_so_at_the_beginning() -> None:
    """The term of 31 May 2011 passes on 1 June, and is news only then."""
    record = small_record()
    before, day = dt.date(2011, 5, 31), dt.date(2011, 6, 1)
    assert [s.id for s in found(record, before, day).overdue] == ["report"]
    assert found(record, day, dt.date(2011, 7, 1)).overdue == ()
    assert rows(told(record, before, day), "Termijn verstreken")[0][2] == (
        "31 mei 2011\néén dag over de termijn"
    )


def test_a_claim_that_evidence_contradicts_makes_it_overdue(invented: PolicyRecord) -> None:
    """It is said beside it that the status reported is contradicted."""
    late = rows(told(invented, dt.date(2033, 1, 1), AS_OF), "Termijn verstreken")
    assert late[0][0] == (
        "De Kustwacht werft in 2031 ongeveer dertig tolken.\n"
        "Gemelde status: voldaan. Bewijs weerspreekt dit."
    )


def test_silence_counts_from_the_last_update_or_else_from_the_letter(
    letter_record: PolicyRecord,
) -> None:
    """180 days after 29 April 2010 is 26 October; the day decides in which period it falls."""
    day = dt.date(2010, 10, 26)
    before = day - dt.timedelta(days=1)
    assert found(letter_record, dt.date(2010, 6, 30), before).stale == ()
    assert len(found(letter_record, before, day).stale) == 7
    after = found(letter_record, day, dt.date(2010, 12, 31))
    assert (after.stale, after.already_stale) == ((), 7)
    note = told(letter_record, day, dt.date(2010, 12, 31))
    assert sentences(note, "Lang zonder bericht") == [
        (
            "Op 26 oktober 2010 was over zeven toezeggingen al 180 dagen of langer niets "
            "gemeld; daarna evenmin."
        )
    ]


def test_an_update_breaks_the_silence(letter_record: PolicyRecord) -> None:
    """One word on it, even a note, and the count begins anew."""
    record = letter_record.with_update(
        "african-union", date=dt.date(2010, 10, 1), by="nl-bz", note="Wordt vervolgd."
    )
    stale = found(record, dt.date(2010, 6, 30), dt.date(2010, 12, 31)).stale
    assert "african-union" not in [commitment.id for commitment in stale]
    assert len(stale) == 6


@pytest.mark.parametrize("claimed", ["fulfilled", "not_pursued"])
def test_what_is_dealt_with_needs_no_update(claimed: str) -> None:
    """Silence after it is not news."""
    record = small_record().with_update(
        "report", date=dt.date(2011, 6, 1), by="ministry", claimed=claimed
    )
    assert found(record, dt.date(2011, 7, 1), dt.date(2012, 7, 1)).stale == ()


def test_what_is_superseded_needs_no_update() -> None:
    """Another statement took its place."""
    small = small_record()
    promise = small.commitments[0]
    relation = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    later = attrs.evolve(promise, id="later", relations=(relation,))
    record = attrs.evolve(small, statements=(*small.statements, later))
    stale = found(record, dt.date(2010, 10, 1), dt.date(2012, 3, 1)).stale
    assert [commitment.id for commitment in stale] == ["later"]


def test_how_long_silence_may_last_can_be_said_and_is_told(letter_record: PolicyRecord) -> None:
    """A month, and the document says so."""
    note = changes(
        [letter_record],
        since=dt.date(2010, 4, 30),
        as_of=dt.date(2010, 6, 30),
        language="en",
        stale_after=30,
    )
    assert len(rows(note, "Long without an update")) == 7
    said = [text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
    assert any("when nothing has been reported about it for 30 days" in each for each in said)


def test_a_commitment_of_an_undated_paper_is_neither_new_nor_silent() -> None:
    """When it was made is not known; that is said, and no date is filled in."""
    small = small_record()
    record = attrs.evolve(
        small, documents=(attrs.evolve(small.documents[0], date=None),), updates=()
    )
    given = found(record, dt.date(2010, 1, 1), dt.date(2011, 1, 1))
    note = told(record, dt.date(2010, 1, 1), dt.date(2011, 1, 1))
    assert (given.commitments, given.stale, given.already_stale) == ((), (), 0)
    assert sentences(note, "Nieuwe toezeggingen") == [
        (
            "Van één toezegging is niet bekend wanneer zij is gedaan; of zij nieuw is, is dus niet "
            "te zeggen."
        )
    ]


# -- the whole -------------------------------------------------------------------------------------


def test_the_summary_counts_each_kind_of_change(invented: PolicyRecord) -> None:
    """A sentence each, in the order of the sections."""
    assert sentences(told(invented, SINCE, AS_OF), "In het kort") == [
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


def test_a_period_in_which_nothing_changed_says_so(letter_record: PolicyRecord) -> None:
    """In May 2010 nothing happened, and no table is there."""
    note = told(letter_record, dt.date(2010, 4, 30), dt.date(2010, 5, 31))
    first = note.blocks[1]
    assert isinstance(first, Paragraph)
    assert text(first.runs) == (
        "In deze periode is er niets veranderd: er is niets gemeld, interne notities niet "
        "meegerekend, en er is geen termijn verstreken."
    )
    assert sentences(note, "In het kort") == []
    assert not [block for block in note.blocks if isinstance(block, Grid)]


def test_silence_that_grew_too_long_is_not_called_no_change(letter_record: PolicyRecord) -> None:
    """Where commitments are listed as long without an update, something did change."""
    note = changes(
        letter_record,
        as_of=dt.date(2010, 6, 15),
        since=dt.date(2010, 5, 10),
        language="nl",
        stale_after=30,
    )
    first = note.blocks[1]
    assert isinstance(first, Paragraph)
    assert text(first.runs) == (
        "In deze periode is over de uitvoering niets gemeld, interne notities niet meegerekend, en "
        "is er geen termijn verstreken."
    )


def test_several_records_have_an_overview_that_leads_to_what_changed(
    letter_record: PolicyRecord, invented: PolicyRecord
) -> None:
    """A row for each, a column for what there is; a section only where something changed."""
    note = changes([letter_record, invented], since=SINCE, as_of=AS_OF, language="en")
    overview = next(block for block in note.blocks if isinstance(block, Grid))
    sections = [b for b in note.blocks if isinstance(b, Heading) and b.anchor is not None]
    assert [[text(cell) for cell in row[1:]] for row in overview.rows] == [
        ["0", "0", "0", "0", "0"],
        ["4", "10", "2", "6", "30"],
    ]
    assert [row[0][0].anchor for row in overview.rows] == [None, "record_2"]
    assert [heading.anchor for heading in sections] == ["record_2"]


def test_an_overview_of_many_kinds_has_room_for_the_words_in_its_head(
    letter_record: PolicyRecord, invented: PolicyRecord
) -> None:
    """Of all eight kinds those that matter most have a column, and the others are one number."""
    since = dt.date(2009, 1, 1)
    note = changes([letter_record, invented], since=since, as_of=AS_OF, language="nl")
    overview = next(block for block in note.blocks if isinstance(block, Grid))
    found = [[int(text(cell)) for cell in row[1:]] for row in overview.rows]

    assert overview.header == (
        *("Dossier", "Termijn verstreken", "Bewijs", "Gewijzigde termijnen"),
        *("Nieuwe toezeggingen", "Overige wijzigingen"),
    )
    assert min(overview.widths[1:]) == pytest.approx(0.14)
    assert overview.widths[0] == pytest.approx(0.3)
    assert found[0][-1] > 0


def test_records_in_which_nothing_changed_say_so() -> None:
    """Two empty records, an overview of noughts, and one sentence."""
    other = attrs.evolve(empty_record(), id="other")
    note = changes([empty_record(), other], since=SINCE, as_of=AS_OF, language="en")
    assert next(text(each.runs) for each in note.blocks if isinstance(each, Paragraph)) == (
        "Nothing changed in this period: nothing was reported, internal notes not counted, and no "
        "due date passed."
    )


def test_an_internal_note_changes_no_sentence() -> None:
    """The report that has it says the same as the one without, but for a table of its own."""
    small = attrs.evolve(small_record(), updates=())
    since, day, as_of = dt.date(2010, 6, 1), dt.date(2010, 7, 1), dt.date(2010, 8, 1)
    noted = small.with_update("report", date=day, by="A. Groot", internal=True, note="In concept")
    shown, hidden = (told(record, since, as_of) for record in (noted, small))

    own = [each for each in shown.blocks if each not in hidden.blocks]

    assert [each for each in hidden.blocks if each not in shown.blocks] == []
    heads = [each.text for each in own if isinstance(each, Heading)]
    assert heads == ["In het kort", "Interne notities"]
    assert sentences(shown, "In het kort") == ["Er is één interne notitie."]
    (table,) = [each for each in own if isinstance(each, Grid)]
    assert "In concept" in text(table.rows[0][3])
    first = next(text(each.runs) for each in shown.blocks if isinstance(each, Paragraph))
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
    note = told(invented, SINCE, AS_OF)
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
        note = told(record, dt.date(2010, 1, 1), dt.date(2012, 1, 1), "en")
        cells = [
            text(cell)
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
    note = told(record, dt.date(2011, 5, 1), dt.date(2011, 6, 1))
    assert rows(note, "Gewijzigde termijnen")[0][1:3] == ("Geen termijn genoemd", "“ooit”")


# -- papers, and what they do to earlier ones ------------------------------------------------------


def test_a_new_paper_is_told_with_how_much_of_it_is_recorded(invented: PolicyRecord) -> None:
    """The letter of 3 September 2031, on its day."""
    note = told(invented, dt.date(2031, 9, 2), dt.date(2031, 9, 3))
    assert rows(note, "Nieuwe stukken") == [
        (
            "3 september 2031",
            "Brief van 3 september 2031 (VERZONNEN-2031-12)",
            "Eén antwoord, drie toezeggingen, drie andere uitspraken en één bericht.",
        )
    ]
    assert rows(note, "Nieuwe antwoorden")[0][1:] == (
        "Toegezegd. Reikwijdte: met de inzet van tolken erbij.",
        "Brief van 3 september 2031 (VERZONNEN-2031-12)",
    )


def test_a_paper_that_updates_rest_on_is_not_said_to_be_left_out(invented: PolicyRecord) -> None:
    """An evaluation, a decree and a debate ask and state nothing; updates cite them."""
    said = {name: held for _, name, held in rows(told(invented, SINCE, AS_OF), "Nieuwe stukken")}
    held = {name.split(" (")[0]: text for name, text in said.items()}
    assert held["Evaluatie van 14 november 2033"] == "Negen berichten."
    assert held["Besluit van 20 januari 2032"] == "Eén bericht."
    assert held["Debat van 9 juni 2032"] == "Eén bericht."
    assert "Hieruit is niets vastgelegd." not in said.values()


def test_an_update_of_a_later_day_does_not_count_with_its_paper(invented: PolicyRecord) -> None:
    """The decree of 20 January 2032 is cited by an update of 1 February."""
    note = told(invented, dt.date(2032, 1, 19), dt.date(2032, 1, 20))
    assert [row[2] for row in rows(note, "Nieuwe stukken")] == ["Hieruit is niets vastgelegd."]


def test_a_new_motion_is_told_with_its_vote() -> None:
    """Whatever of it is recorded, and what it asks."""
    day = dt.date(2011, 2, 1)
    small = small_record()
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        date=day,
        outcome=Outcome.ADOPTED,
        votes=Votes(in_favour=77, against=73),
        replaces=PaperNumber.parse("kst-99001-99"),
    )
    asked = attrs.evolve(small.requests[0], document="motion")
    record = attrs.evolve(small, documents=(*small.documents, motion), requests=(asked,))
    note = told(record, day - dt.timedelta(1), day)
    assert rows(note, "Nieuwe stukken")[0][2] == (
        "Eén verzoek. Komt in de plaats van Kamerstukken II, 99001, nr. 99. Aangenomen (77 voor, "
        "73 tegen). Herkomst niet vastgelegd: "
        "uitkomst en stemmen."
    )
    assert rows(note, "Nieuwe verzoeken")[0][2] == "Toegezegd."


def test_a_motion_that_came_to_be_dealt_with_is_told() -> None:
    """The commitment that answers it is reported as fulfilled; a new paper is not needed."""
    record, day = motion_record(), dt.date(2011, 6, 1)
    done = record.with_update("report", date=day, by="ministry", claimed="fulfilled")
    note = told(done, dt.date(2011, 5, 1), day)
    assert rows(note, "Moties waarvan de stand is gewijzigd") == [
        ("Motie van 1 februari 2010", "In behandeling", "Afgehandeld")
    ]
    back = done.with_update("report", date=dt.date(2011, 7, 1), by="ministry", claimed="open")
    note = told(back, day, dt.date(2011, 7, 1))
    assert rows(note, "Moties waarvan de stand is gewijzigd")[0][1:] == (
        "Afgehandeld",
        "In behandeling",
    )


def motion_record() -> PolicyRecord:
    """The small record with an adopted motion that its commitment answers."""
    small = small_record()
    motion = Document(
        id="motion", kind=DocumentKind.MOTION, date=dt.date(2010, 2, 1), outcome=Outcome.ADOPTED
    )
    asked = attrs.evolve(small.requests[0], document="motion")
    answer = Disposition(request="asked", document="letter", answer=Answer.PROMISED, by=("report",))
    return attrs.evolve(
        small, documents=(*small.documents, motion), requests=(asked,), dispositions=(answer,)
    )


def test_what_another_record_supersedes_is_told_with_the_earlier_one() -> None:
    """A later letter, in a record of its own, takes the place of what the first promised."""
    day = dt.date(2011, 2, 1)
    first, second = small_record(), small_record()
    relation = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    promise = attrs.evolve(second.commitments[0], relations=(relation,))
    second = attrs.evolve(
        second,
        id="second",
        documents=(attrs.evolve(second.documents[0], date=day),),
        statements=(promise,),
        dispositions=(),
        updates=(),
    )
    note = changes([first, second], since=dt.date(2011, 1, 1), as_of=day, language="nl")
    (table,) = [b for b in note.blocks if isinstance(b, Grid) and b.header[1] == "Verband"]
    assert table.ids == ("small#report",)
    assert text(table.rows[0][1]) == "Vervangen"
    assert "brief van 1 februari 2011" in text(table.rows[0][2])


def test_what_was_superseded_in_another_record_is_not_silent() -> None:
    """Nobody reports on it any more."""
    first = attrs.evolve(small_record(), updates=())
    relation = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    promise = attrs.evolve(first.commitments[0], relations=(relation,))
    second = attrs.evolve(first, id="second", statements=(promise,), dispositions=())
    parts = parts_of([first, second], as_of=dt.date(2012, 1, 1), language="nl")
    silent = [
        RecordChanges(part=part, since=dt.date(2010, 5, 1), stale_after=180).stale for part in parts
    ]
    assert [[each.id for each in found] for found in silent] == [[], ["report"]]


def test_an_update_of_a_statement_of_a_later_paper_is_told() -> None:
    """It is dated in the period, whatever the paper says."""
    small = small_record()
    record = attrs.evolve(
        small, documents=(attrs.evolve(small.documents[0], date=dt.date(2012, 1, 1)),)
    )
    given = found(record, dt.date(2011, 2, 1), dt.date(2011, 4, 1))
    assert [change.statement.id for change in given.updates] == ["report"]


def test_a_term_that_ended_is_told_where_nothing_is_late() -> None:
    """It was met in time, and its last day is news."""
    record = small_record().with_update(
        "report", date=dt.date(2011, 5, 1), by="ministry", claimed="fulfilled"
    )
    note = told(record, dt.date(2011, 5, 30), dt.date(2011, 6, 1))
    assert rows(note, "Andere termijnen die zijn afgelopen")[0][1:] == (
        "31 mei 2011",
        "Gemeld als voldaan, niet aangetoond",
    )


@pytest.mark.parametrize("since", [AS_OF, AS_OF + dt.timedelta(days=1)])
def test_a_period_that_does_not_begin_before_its_end_is_refused(since: dt.date) -> None:
    """The first day must be before the last."""
    with pytest.raises(ValueError, match="not before as_of"):
        told(small_record(), since, AS_OF)


@pytest.mark.parametrize("days", [0, -1, 36_501])
def test_a_silence_of_no_days_or_of_ages_is_refused(days: int) -> None:
    """From a day to a century."""
    with pytest.raises(ValueError, match="1 to 36500 days"):
        changes([small_record()], since=SINCE, as_of=AS_OF, language="nl", stale_after=days)


def test_where_nothing_was_reported_that_is_said_first() -> None:
    """New papers came, and nobody reported on what was committed; no term passed."""
    first = attrs.evolve(small_record(), updates=())
    note = changes([first], since=dt.date(2010, 1, 1), as_of=dt.date(2010, 12, 31), language="nl")
    said = [text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
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
    shown = "\n".join(text(r) for b in made.blocks for r in texts_of(b))
    assert "Er zijn twee berichten die niets aan de stand veranderen" in shown
    assert "Een bericht." in shown
