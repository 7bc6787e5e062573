"""The sources, languages and blocks of a dossier, on which a layout may rely."""

from collections.abc import Callable

import attrs
import pytest

import ssrpolicy
from notes_read import AS_OF, LATER, grid, runs_of, text, under
from ssrpolicy import Disposition, Language, Passage, PolicyRecord
from ssrpolicy.testing import large_record, nasty_record, small_record
from ssrpolicy.views import Grid, Heading, Paragraph, dossier
from ssrpolicy.views.notes.widths import widths_of

# -- sources -------------------------------------------------------------------------------------


def test_sources_are_numbered_in_the_order_of_their_first_use(record: PolicyRecord) -> None:
    """The first reference is 1, each new one the next; the same quote keeps its number."""
    note = dossier([record], as_of=AS_OF, language="nl")
    used = [run.source for block in note.blocks for runs in runs_of(block) for run in runs]
    first_uses = list(dict.fromkeys(number for number in used if number is not None))
    assert first_uses == [source.number for source in note.sources]
    assert len({(source.full_id, source.quote) for source in note.sources}) == len(note.sources)


def test_a_source_has_its_quote_place_paper_and_address(record: PolicyRecord) -> None:
    """The words stand on one line as they are read, with heading, paragraph and paper."""
    note = dossier([record], as_of=AS_OF, language="nl")
    quote = (
        "Nederland volgt dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur "
        "multilateraal, ondersteunen."
    )
    source = next(source for source in note.sources if source.quote == quote)
    assert source.place == "alinea 6 (onder “Internationale coördinatie op SSR-gebied”)"
    assert source.paper == "Brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, nr. 124)"
    assert source.url == "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html"
    assert (source.language, source.remark) == ("nl", None)


def test_a_quote_that_is_not_verified_is_marked() -> None:
    """A quote from a document without a text is a source like others, and says what it is not."""
    small = small_record()
    letter = attrs.evolve(small.documents[0], text=None, file=None, sha256=None)
    note = dossier([attrs.evolve(small, documents=(letter,))], as_of=LATER, language="en")
    assert {source.remark for source in note.sources} == {"not verified"}
    assert note.sources_about.startswith("Seven quotes are not verified")


# -- languages -----------------------------------------------------------------------------------


def test_a_text_in_the_other_language_bears_it() -> None:
    """The mark is in the reader's language, and the text after it in its own."""
    note = dossier([small_record()], as_of=LATER, language="en")
    runs = next(
        runs for block in note.blocks for runs in runs_of(block) if "goede brandweer" in text(runs)
    )
    assert [(run.text, run.language) for run in runs[:3]] == [
        ("[Dutch] ", "en"),
        ("Een goede brandweer is van belang", "nl"),
        (".", "en"),
    ]


def test_the_words_of_a_term_stay_in_the_language_of_their_source() -> None:
    """An English note quotes the Dutch phrase, and says what it means."""
    table = grid(dossier([small_record()], as_of=LATER, language="en"), "Commitment")
    term = table.rows[0][2]
    assert text(term) == "Firm, one-off.\nTimeframe: “voor 1 juni 2011” (31 May 2011)."
    assert [run.language for run in term if run.text.startswith("“")] == ["nl"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_reader_meets_an_id(record: PolicyRecord, language: Language) -> None:
    """Statements, requests, instruments and documents are named in words everywhere."""
    note = dossier([record], as_of=AS_OF, language=language)
    ids = {entry.id for entry in record if "-" in entry.id}
    shown = "\n".join(text(runs) for block in note.blocks for runs in runs_of(block))
    assert {id for id in ids if f"{id}" in shown} == set()


# -- what a layout may rely on -------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("make", [small_record, nasty_record, large_record])
def test_no_block_is_empty(make: Callable[[], PolicyRecord], language: Language) -> None:
    """No heading, item, fact or cell is without text, and every row has a cell for each column."""
    note = dossier([make()], as_of=LATER, language=language)
    for block in note.blocks:
        assert all(text(runs).strip() for runs in runs_of(block))
        if isinstance(block, Grid):
            assert {len(row) for row in block.rows} == {len(block.header)}
            assert len(block.ids) == len(block.rows)
            assert sum(block.widths) == pytest.approx(1)


def test_a_date_in_a_column_of_dates_is_on_one_line() -> None:
    """Its column is as wide as the longest, where in a sentence a line may end before the year."""
    long = "Een toezegging van de minister. " * 40
    day, words = (
        widths_of(("Datum", "Over", "Stand"), [(cell, long, long)])[0]
        for cell in ("14 september 2031", "14 september 2031.")
    )
    assert day > words


def test_of_a_long_cell_the_first_words_make_the_width() -> None:
    """Each sign of thousands of long cells would be looked at for one word that is wider."""
    rows = [("a " * 300 + last, "c " * 50_000) for last in ("b " * 10, "b" * 20)]
    assert widths_of(("Over", "Stand"), rows[:1]) == widths_of(("Over", "Stand"), rows[1:])


def test_two_tables_never_touch(record: PolicyRecord) -> None:
    """A heading or a sentence stands before each table, so that none runs into another."""
    note = dossier([record, small_record()], as_of=AS_OF, language="nl")
    before = [a for a, b in zip(note.blocks, note.blocks[1:], strict=False) if isinstance(b, Grid)]
    assert all(isinstance(block, Heading | Paragraph) for block in before)


def test_several_records_have_a_section_each(record: PolicyRecord) -> None:
    """Each section has the record's name as its heading, in the order given."""
    note = dossier([record, small_record()], as_of=AS_OF, language="nl")
    headings = [b.text for b in note.blocks if isinstance(b, Heading) and b.level == 1]
    assert headings == [
        "Overzicht",
        "Antwoord op de motie-Peters/Knops over intensivering van SSR-activiteiten",
        "De brandweer",
    ]


def test_a_statement_of_another_record_is_named_by_its_summary(record: PolicyRecord) -> None:
    """A relation to a record in the same note is told in words; to another, by the record's id."""
    small = small_record()
    relation = ssrpolicy.Relation(
        kind=ssrpolicy.RelationKind.REPEATS, target="kst-32123-X-124#fund-adequate"
    )
    claim = attrs.evolve(small.claims[0], relations=(relation,))
    linked = attrs.evolve(
        small,
        statements=tuple(claim if s.id == claim.id else s for s in small.statements),
        dispositions=(
            Disposition(
                request="asked",
                document="letter",
                answer=ssrpolicy.Answer.PROMISED,
                quotes=(Passage(document="letter", quote="Ik zal u voor 1 juni 2011 berichten"),),
            ),
        ),
    )
    alone = dossier([linked], as_of=LATER, language="nl")
    together = dossier([linked, record], as_of=LATER, language="nl")
    assert under(alone, "Toetsbare beweringen")[0].endswith(
        "Dit herhaalt een uitspraak in een ander dossier (kst-32123-X-124)."
    )
    assert under(together, "Toetsbare beweringen")[0].endswith(
        "Herhaalt deze uitspraak: Het Stabiliteitsfonds is tot dusver groot genoeg gebleken om "
        "gewenste activiteiten te kunnen financieren."
    )


def test_an_address_on_a_line_of_its_own_has_room_on_one_line() -> None:
    """In a sentence it may break as any long word does: its column stays narrow."""
    address = "https://example.org/lagemeer/motion-3"
    said = "De haven is open. " * 9

    def room(found: str) -> float:
        return widths_of(("Over", "Vindplaats"), [(said, found)])[1] * 104

    assert room(f"Nr. 3\n{address}") > len(address)
    assert room(f"Zie ook ({address}).") < len(address)
