"""The budget annex: what is dealt with, what is in hand, and the sentences that say how it is."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from ssrpolicy import (
    Answer,
    ClaimedStatus,
    Commitment,
    Disposition,
    Document,
    DocumentKind,
    LocalText,
    Outcome,
    PaperNumber,
    Passage,
    PolicyRecord,
    Relation,
    RelationKind,
    Request,
    Timeframe,
    Update,
)
from ssrpolicy.testing import empty_record, nasty_record, small_record
from ssrpolicy.views import Block, Bullets, Grid, Heading, Note, Paragraph, Runs, annex

AS_OF = dt.date(2010, 12, 31)
LATER = dt.date(2011, 12, 31)
TABLES = (
    "Afgehandelde moties",
    "Moties in behandeling",
    "Afgehandelde toezeggingen",
    "Toezeggingen in behandeling",
)
UNKNOWN = "Moties waarvan de uitslag onbekend is"


@pytest.fixture(scope="module")
def record(letter: Path) -> PolicyRecord:
    """The record of the letter."""
    return ssrpolicy.load(letter)


@pytest.fixture(scope="module")
def invented(fixtures: Path) -> PolicyRecord:
    """The invented record, with a history."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def text(runs: Runs) -> str:
    """Runs as a reader sees them, without references."""
    return "".join(run.text for run in runs)


def under(note: Note, heading: str) -> list[Block]:
    """The blocks below a heading, up to the next heading."""
    found: list[Block] = []
    here = False
    for block in note.blocks:
        if isinstance(block, Heading):
            here = block.text == heading
        elif here:
            found.append(block)
    return found


def rows(note: Note, heading: str) -> dict[str, tuple[str, ...]]:
    """The rows of the table below a heading: the cells by the id of what the row is about.

    The cells are the description, the paper and so on; the number of the row is left out.
    """
    return {
        id.partition("#")[2]: tuple(text(cell) for cell in cells[1:])
        for block in under(note, heading)
        if isinstance(block, Grid)
        for id, cells in zip(block.ids, block.rows, strict=True)
    }


def sentences(note: Note, heading: str) -> list[str]:
    """The paragraphs and list items below a heading."""
    return list(_sentences(under(note, heading)))


def _sentences(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield text(block.runs)
        elif isinstance(block, Bullets):
            yield from (text(item) for item in block.items)


def placed(record: PolicyRecord, *, as_of: dt.date = LATER) -> dict[str, str]:
    """In which of the four tables each motion and commitment stands."""
    note = annex([record], as_of=as_of, language="nl")
    return {id: heading for heading in TABLES for id in rows(note, heading)}


def state(record: PolicyRecord, id: str = "report", *, as_of: dt.date = LATER) -> str:
    """What the annex says of how a motion or commitment stands."""
    note = annex([record], as_of=as_of, language="nl")
    return next(rows(note, heading)[id][-1] for heading in TABLES if id in rows(note, heading))


# -- the four tables -------------------------------------------------------------------------------


def test_the_annex_has_four_tables_in_the_order_of_the_form(record: PolicyRecord) -> None:
    """Motions come before commitments, what is dealt with before what is in hand."""
    note = annex([record], as_of=AS_OF, language="nl")
    headings = [block.text for block in note.blocks if isinstance(block, Heading)]
    tables = [block.header for block in note.blocks if isinstance(block, Grid)]
    assert [each for each in headings if each != UNKNOWN] == list(TABLES)
    about = ("Nr.", "Omschrijving", "Vindplaats", "Verantwoordelijk")
    assert set(tables) == {(*about, "Verwachte datum", "Stand van zaken")}


def test_rows_are_numbered_on_from_table_to_table(invented: PolicyRecord) -> None:
    """Each row can be named by its number; what is dealt with has no expected date."""
    note = annex([invented], as_of=dt.date(2034, 4, 15), language="nl")
    grids = [block for block in note.blocks if isinstance(block, Grid)]
    numbers = [text(row[0]) for grid in grids for row in grid.rows]
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
    said = [text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
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


@pytest.mark.parametrize(
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


# -- the state of a commitment ---------------------------------------------------------------------


def test_the_state_is_told_from_the_updates_with_their_sources(invented: PolicyRecord) -> None:
    """Who reported what when, what is noted there, what evidence shows, which term it missed."""
    said = state(invented, "curriculum", as_of=dt.date(2034, 4, 15))
    assert said.startswith(
        "Afgedaan volgens het ministerie van Buitenlandse Betrekkingen van Lagemeer (15 september "
        "2031). Het leerplan is aan de Raad gezonden. "
    )
    assert "14 november 2033 bevestigt" in said
    assert said.endswith(" Dat was te laat: de termijn liep tot en met 30 juni 2031.")


def test_fulfilment_without_evidence_is_said_to_be_just_that(invented: PolicyRecord) -> None:
    """What is reported and not shown stands among what is dealt with, with those words."""
    assert state(invented, "cost-overview", as_of=dt.date(2034, 4, 15)).endswith(
        "Volgens het ministerie is het overzicht verzonden. Bewijs daarvan is niet vastgelegd."
    )


def test_a_transfer_names_who_took_it_over(invented: PolicyRecord) -> None:
    """The new owner, the note and the decision stand in the row."""
    assert state(invented, "judges", as_of=dt.date(2034, 4, 15)) == (
        "Overgedragen aan het ministerie van Rechtspraak van Lagemeer volgens het ministerie van "
        "Orde en Recht van Lagemeer (1 februari 2032). Het nieuwe ministerie van Rechtspraak "
        "neemt de taak over. Zie het besluit van 20 januari 2032 (“Instelling van het ministerie "
        "van Rechtspraak per 1 januari 2033”)."
    )


def test_a_moved_term_is_told_with_the_first_one(invented: PolicyRecord) -> None:
    """The new term is quoted, and the first last day is not forgotten."""
    said = state(invented, "send-trainers", as_of=dt.date(2034, 4, 15))
    assert (
        "Op 3 september 2031 is de termijn gewijzigd in “uiterlijk op 1 april 2032”. Uitstel "
        "wegens late levering van lesmateriaal. De eerste termijn liep tot en met 1 oktober 2031."
    ) in said


def test_what_supersedes_a_commitment_is_named(invented: PolicyRecord) -> None:
    """The later paper stands in the row; before its day it does not."""
    words = "Vervangen door nr. 6; zie de brief van 3 september 2031 (VERZONNEN-2031-12)."
    assert words in state(invented, "send-trainers", as_of=dt.date(2034, 4, 15))
    assert words not in state(invented, "send-trainers", as_of=dt.date(2031, 9, 2))


def test_what_repeats_another_leads_to_its_row(invented: PolicyRecord) -> None:
    """There is nothing to fill in: the row of the first says how it stands."""
    table = rows(annex([invented], as_of=dt.date(2034, 4, 15), language="nl"), TABLES[3])
    assert table["yearly-report-stands"][-1] == "Herhaling van nr. 14; de stand staat daar."


def test_where_nothing_is_known_the_row_says_so(record: PolicyRecord) -> None:
    """No update, a continuous commitment: a place to fill in, and nothing is made up."""
    row = rows(annex([record], as_of=AS_OF, language="nl"), TABLES[3])["african-union"]
    assert row[2:] == ("Nederland", "Doorlopend", "[In te vullen: stand van zaken]")


@pytest.mark.parametrize(
    "addressee, number, words",
    [
        (
            "voorzitter-tweede-kamer",
            "kst-34775-IV-44",
            (
                "De Tweede Kamer is op 15 juni 2018 per brief geïnformeerd (Kamerstukken II "
                "2017/18, 34775-IV, nr. 44)."
            ),
        ),
        (
            None,
            "kst-34775-IV-C",
            (
                "De Eerste Kamer is op 15 juni 2018 per brief geïnformeerd (Kamerstukken I "
                "2017/18, 34775-IV, C)."
            ),
        ),
        (
            "voorzitters-staten-generaal",
            "kst-34775-IV-44",
            (
                "De Eerste en de Tweede Kamer zijn op 15 juni 2018 per brief geïnformeerd "
                "(Kamerstukken II 2017/18, 34775-IV, nr. 44)."
            ),
        ),
        (
            "ministry",
            "kst-34775-IV-44",
            "Zie de brief van 15 juni 2018 (Kamerstukken II 2017/18, 34775-IV, nr. 44).",
        ),
    ],
)
def test_a_letter_to_a_house_is_told_as_annexes_tell_it(
    addressee: str | None, number: str, words: str
) -> None:
    """A letter informs the House that it is addressed to; one to somebody else is only cited."""
    letter = Document(
        id="answer",
        kind=DocumentKind.LETTER,
        number=PaperNumber.parse(number),
        date=dt.date(2018, 6, 15),
        session_year="2017-2018",
        addressee=addressee,
    )
    small = small_record()
    record = attrs.evolve(small, documents=(*small.documents, letter)).with_update(
        "report", date=dt.date(2018, 6, 15), by="ministry", claimed="fulfilled", document="answer"
    )
    assert words in state(record, as_of=dt.date(2018, 12, 31))


def test_an_open_term_and_one_that_has_passed_read_differently() -> None:
    """The term of the fire service's report ended on 31 May 2011."""
    note = annex([small_record()], as_of=AS_OF, language="nl")
    assert rows(note, TABLES[3])["report"][-2] == "31-5-2011"
    assert "verstreken" not in state(small_record(), as_of=AS_OF)
    assert "De termijn is op 31 mei 2011 verstreken." in state(small_record())


# -- motions ---------------------------------------------------------------------------------------

MOVED = dt.date(2010, 2, 1)
ANSWERED = dt.date(2010, 4, 29)


def motion_record(*answers: Disposition, **changes: Any) -> PolicyRecord:
    """The small record with a motion that asks one thing, and with these answers to it."""
    small = small_record()
    letter = attrs.evolve(small.documents[0], date=ANSWERED)
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        number=PaperNumber.parse("kst-99001-100"),
        title=LocalText(nl="Motie over de brandweer", en="Motion on the fire service"),
        date=MOVED,
        **{"outcome": Outcome.ADOPTED, **changes},
    )
    request = attrs.evolve(small.requests[0], document="motion")
    second = Document(id="second", kind=DocumentKind.LETTER, date=dt.date(2011, 2, 1))
    return attrs.evolve(
        small, documents=(letter, motion, second), requests=(request,), dispositions=answers
    )


def answer(
    how: Answer, *by: str, document: str = "letter", scope: str | None = None
) -> Disposition:
    """An answer to the request of the motion."""
    words = None if scope is None else LocalText(nl=scope)
    return Disposition(request="asked", document=document, answer=how, by=by, scope=words)


def fulfilled(record: PolicyRecord) -> PolicyRecord:
    """The record with its commitment reported as fulfilled."""
    return record.with_update("report", date=LATER, by="ministry", claimed=ClaimedStatus.FULFILLED)


def unchanged(record: PolicyRecord) -> PolicyRecord:
    """The record as it is: its commitment is reported as in progress."""
    return record


FINISHED, IN_HAND = "Afgehandelde moties", "Moties in behandeling"


@pytest.mark.parametrize(
    "answers, then, table",
    [
        ((), unchanged, IN_HAND),
        ((answer(Answer.ANSWERED_HERE, "view"),), unchanged, FINISHED),
        ((answer(Answer.ANSWERED_HERE, "view", "report"),), unchanged, IN_HAND),
        ((answer(Answer.ANSWERED_HERE, "view", "report"),), fulfilled, FINISHED),
        ((answer(Answer.DECLINED, "view"),), unchanged, FINISHED),
        ((answer(Answer.DECLINED, "report"),), unchanged, IN_HAND),
        ((answer(Answer.PROMISED, "report"),), unchanged, IN_HAND),
        ((answer(Answer.PROMISED, "report"),), fulfilled, FINISHED),
        ((answer(Answer.PROMISED, "view"),), fulfilled, IN_HAND),
        ((answer(Answer.CONDITIONAL, "report"),), fulfilled, FINISHED),
        ((answer(Answer.DEFERRED, "report"),), fulfilled, FINISHED),
        ((answer(Answer.DEFERRED, "view"),), fulfilled, IN_HAND),
        ((answer(Answer.PARTLY, "report"),), fulfilled, IN_HAND),
        ((answer(Answer.UNANSWERED),), fulfilled, IN_HAND),
        (
            (
                answer(Answer.DECLINED, "view", scope="in het algemeen"),
                answer(Answer.PROMISED, "report", scope="per geval"),
            ),
            unchanged,
            IN_HAND,
        ),
        (
            (
                answer(Answer.DEFERRED, "view"),
                answer(Answer.ANSWERED_HERE, "view", document="second"),
            ),
            unchanged,
            FINISHED,
        ),
        (
            (
                answer(Answer.DEFERRED, "view"),
                answer(Answer.ANSWERED_HERE, "view", document="second", scope="een deel"),
            ),
            unchanged,
            IN_HAND,
        ),
    ],
)
def test_a_motion_is_dealt_with_when_nothing_of_its_answers_is_in_hand(
    answers: tuple[Disposition, ...], then: Callable[[PolicyRecord], PolicyRecord], table: str
) -> None:
    """The answers that count decide, with the commitments that carry them; in doubt: in hand."""
    assert placed(then(motion_record(*answers)))["motion"] == table


def test_an_answer_of_a_later_day_does_not_count() -> None:
    """As of the end of 2010 the second letter, of February 2011, is not known."""
    answers = (answer(Answer.ANSWERED_HERE, "view", document="second"),)
    assert placed(motion_record(*answers), as_of=AS_OF)["motion"] == IN_HAND
    assert "Een antwoord is niet vastgelegd." in state(
        motion_record(*answers), "motion", as_of=AS_OF
    )


def test_a_request_without_an_answer_keeps_the_motion_in_hand() -> None:
    """One request answered and one not: the motion is in hand."""
    record = motion_record(answer(Answer.DECLINED, "view"))
    more = Request(id="more", document="motion", summary=LocalText(nl="Doe meer"), implied=True)
    record = attrs.evolve(record, requests=(*record.requests, more))
    assert placed(record)["motion"] == IN_HAND
    assert "(2) Een antwoord is niet vastgelegd." in state(record, "motion")


@pytest.mark.parametrize(
    "outcome, word",
    [("rejected", "verworpen"), ("withdrawn", "ingetrokken"), ("held", "aangehouden")],
)
def test_a_motion_that_was_not_accepted_is_named_and_left_out(outcome: str, word: str) -> None:
    """The annex is about accepted motions; the others are named below, with the reason."""
    note = annex([motion_record(outcome=Outcome(outcome))], as_of=LATER, language="nl")
    assert rows(note, IN_HAND) == {}
    assert sentences(note, IN_HAND) == [
        "Er zijn geen moties in behandeling.",
        "Deze motie is niet opgenomen:",
        f"De motie van 1 februari 2010 (Kamerstukken II, 99001, nr. 100): {word}.",
    ]


def test_a_motion_of_which_the_outcome_is_not_known_is_taken_up_and_says_so() -> None:
    """Nobody recorded the vote, so it may have been accepted."""
    note = annex([motion_record(outcome=None)], as_of=LATER, language="nl")
    description, *_, said = rows(note, UNKNOWN)["motion"]
    assert description.endswith("De uitslag van de stemming is niet vastgelegd.")
    assert said == "In behandeling. Een antwoord is niet vastgelegd."
    assert sentences(note, UNKNOWN) == [
        "De uitslag van de stemming is onbekend; alleen opnemen als de motie is aangenomen."
    ]
    assert rows(note, IN_HAND) == {}


def test_the_motion_that_the_letter_answers_is_in_hand(record: PolicyRecord) -> None:
    """It is declined in general and open per case; the motion that it replaced is left out."""
    note = annex([record], as_of=AS_OF, language="nl")
    description, paper, owner, date, said = rows(note, UNKNOWN)["motion"]
    assert description.startswith("Gewijzigde motie-Peters/Knops over het intensiveren van SSR")
    assert "Ingediend op 8 december 2009 door de leden Peters en Knops." in description
    assert paper == "Kamerstukken II 2009/10, 32123-X, nr. 84"
    assert (owner, date) == ("Minister van Buitenlandse Zaken", "Niet genoemd")
    assert said.startswith(
        "In behandeling.\n(1) De Tweede Kamer is op 29 april 2010 per brief geïnformeerd "
        "(Kamerstukken II 2009/10, 32123-X, nr. 124)."
    )
    assert "(2) Afgewezen in de brief van 29 april 2010. Reikwijdte: in algemene zin." in said
    assert said.endswith("De drie daarbij gedane toezeggingen zijn in behandeling.")
    assert sentences(note, UNKNOWN)[-1] == (
        "De motie van 3 december 2009 (Kamerstukken II 2009/10, 32123-X, nr. 80): vervangen door "
        "de motie van 8 december 2009 (Kamerstukken II 2009/10, 32123-X, nr. 84)."
    )


def test_a_ground_that_evidence_contradicts_is_told_with_the_motion(invented: PolicyRecord) -> None:
    """The refusal to expand rests on a claim that the audit contradicts."""
    assert (
        "Bewijs weerspreekt een grond voor dit antwoord: De Kustwacht heeft tot dusver geen "
        "verzoek om opleiders hoeven af te wijzen."
    ) in state(invented, "motion-guards", as_of=dt.date(2034, 4, 15))


def test_one_motion_in_two_records_is_one_row() -> None:
    """Two letters answer the same motion; their answers count together."""
    first = motion_record(answer(Answer.DEFERRED, "view"))
    second = motion_record(answer(Answer.ANSWERED_HERE, "view", document="second"))
    both = [first, attrs.evolve(second, id="other")]
    note = annex(both, as_of=LATER, language="nl")
    assert list(rows(note, FINISHED)) == ["motion"]
    assert rows(note, IN_HAND) == {}


def test_the_outcome_of_a_motion_may_be_in_any_of_its_records() -> None:
    """One record knows that the motion was adopted, the other does not say; it is known."""
    unknown = attrs.evolve(motion_record(outcome=None), id="other")
    note = annex([unknown, motion_record()], as_of=LATER, language="nl")
    assert "De uitslag van de stemming is niet vastgelegd" not in rows(note, IN_HAND)["motion"][0]


# -- several records, and sources ------------------------------------------------------------------


def test_the_rows_of_several_records_stand_together_by_date(
    record: PolicyRecord, invented: PolicyRecord
) -> None:
    """The letter of 2010 comes before those of 2031, whatever the order asked."""
    day = dt.date(2034, 4, 15)
    note = annex([invented, record], as_of=day, language="en")
    (table,) = [b for b in under(note, "Commitments in hand") if isinstance(b, Grid)]
    assert [id.partition("#")[0] for id in table.ids] == [
        *["kst-32123-X-124"] * 7,
        *["lagemeer-2031-7"] * 12,
    ]


def test_a_commitment_of_another_record_can_supersede() -> None:
    """The relation leads into another record of the same annex."""
    later = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    other = small_record()
    promise = attrs.evolve(other.commitments[0], relations=(later,))
    rest = tuple(s for s in other.statements if not isinstance(s, Commitment))
    other = attrs.evolve(other, id="other", statements=(promise, *rest))
    note = annex([small_record(), other], as_of=LATER, language="nl")
    (table,) = [b for b in under(note, "Toezeggingen in behandeling") if isinstance(b, Grid)]
    assert table.ids == ("other#report", "small#report")
    assert "Vervangen door nr. 1; zie de brief van 29 april 2010" in text(table.rows[1][-1])


def test_a_superseded_commitment_stands_with_the_one_that_took_its_place() -> None:
    """Nobody reports on what was superseded: it is dealt with once its successor is."""
    small = small_record()
    later = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    promise = attrs.evolve(small.commitments[0], id="later", relations=(later,))
    record = attrs.evolve(small, statements=(*small.statements, promise))
    done = record.with_update("later", date=LATER, by="ministry", claimed="fulfilled")
    assert set(placed(record).values()) == {"Toezeggingen in behandeling"}
    assert set(placed(done).values()) == {"Afgehandelde toezeggingen"}


def test_what_evidence_contradicts_is_in_hand(invented: PolicyRecord) -> None:
    """The interpreters were reported as recruited, and the audit says that they were not."""
    day = dt.date(2034, 4, 15)
    assert placed(invented, as_of=day)["interpreters"] == "Toezeggingen in behandeling"


def test_every_quote_of_a_commitment_and_its_updates_is_a_source(invented: PolicyRecord) -> None:
    """What the rows say can be looked up."""
    note = annex([invented], as_of=dt.date(2034, 4, 15), language="nl")
    given = {source.quote for source in note.sources}
    assert "Op 20 maart 2032 waren 52 opleiders in Bergovië aangekomen." in given
    assert "Met Zuidmark wordt verkend of een gezamenlijke meldkamer haalbaar is." in given
    used = {
        run.source
        for block in note.blocks
        if isinstance(block, Grid)
        for cells in block.rows
        for cell in cells
        for run in cell
        if run.source
    }
    assert used == {source.number for source in note.sources}


def test_a_paper_leads_to_its_public_address(record: PolicyRecord) -> None:
    """The citation is a link."""
    note = annex([record], as_of=AS_OF, language="nl")
    (table,) = [b for b in under(note, "Toezeggingen in behandeling") if isinstance(b, Grid)]
    assert {row[2][0].url for row in table.rows} == {
        "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html"
    }


def test_texts_that_exist_in_the_other_language_only_are_marked(invented: PolicyRecord) -> None:
    """One summary has no English; its row says so, and so does the annex, once."""
    note = annex([invented], as_of=dt.date(2034, 4, 15), language="en")
    assert rows(note, "Commitments in hand")["code-of-conduct"][0].startswith("[Dutch] De regering")
    said = [text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
    assert said[0].startswith("Not every summary exists in English")


def test_no_cell_is_empty() -> None:
    """Whatever the texts hold, every cell says something."""
    for record in (small_record(), nasty_record()):
        note = annex([record], as_of=LATER, language="en")
        cells = [
            text(cell)
            for block in note.blocks
            if isinstance(block, Grid)
            for row in block.rows
            for cell in row
        ]
        assert cells
        assert [cell for cell in cells if not cell.strip()] == []


def test_a_term_without_a_date_is_quoted() -> None:
    """What the source says of when stands there in its own words."""
    small = small_record()
    promise = attrs.evolve(
        small.commitments[0],
        timeframe=Timeframe(phrase="zodra het kan"),
        quotes=(Passage(document="letter", quote="zodra het kan"),),
    )
    rest = tuple(s for s in small.statements if not isinstance(s, Commitment))
    record = attrs.evolve(small, statements=(promise, *rest))
    note = annex([record], as_of=LATER, language="nl")
    assert rows(note, TABLES[3])["report"][-2] == "“zodra het kan”"


def test_what_evidence_contradicts_does_not_begin_as_done(invented: PolicyRecord) -> None:
    """The row is in hand for what the evidence shows, so that comes first; then who said what."""
    said = state(invented, "interpreters", as_of=dt.date(2034, 4, 15))
    assert said.startswith("De evaluatie van 14 november 2033 weerspreekt dat aan de toezegging is")
    assert "Wel voldaan volgens het ministerie van Kustwacht van Lagemeer (12" in said
    assert "Afgedaan" not in said


def test_an_annex_names_parties_and_no_accounts() -> None:
    """Who typed an update in a tracker is not said; a ministry that reported it is."""
    record = small_record()
    commitment = record.commitments[0].id
    for by, expected in (("jansen", False), ("nl-bz", True)):
        update = Update(statement=commitment, date=AS_OF, by=by, claimed=ClaimedStatus.FULFILLED)
        note = annex([attrs.evolve(record, updates=(update,))], as_of=LATER, language="nl")
        (shown,) = (
            cell for row in rows(note, TABLES[2]).values() for cell in row if "fgedaan" in cell
        )
        assert by not in shown
        assert ("volgens het ministerie van Buitenlandse Zaken" in shown) is expected
