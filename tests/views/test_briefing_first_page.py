"""The head and the headings of a decision note, and what a person writes in it."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from notes_read import AS_OF, runs_of, text, under
from ssrpolicy import Document, DocumentKind, EdtfDate, Language, PolicyRecord, Timeframe
from ssrpolicy.testing import small_record
from ssrpolicy.views import (
    Bullets,
    Facts,
    Heading,
    Look,
    Note,
    Paragraph,
    Runs,
    Supplied,
    annex,
    briefing,
    changes,
    dossier,
)

# -- the first page ------------------------------------------------------------------------------


def test_the_first_page_asks_for_what_no_record_knows(record: PolicyRecord) -> None:
    """To, from, date, reference, deadline and annexes are places to fill in; the day is known."""
    note = briefing([record], as_of=AS_OF, language="nl")
    facts = note.blocks[0]
    assert isinstance(facts, Facts)
    assert [(name, text(value)) for name, value in facts.rows] == [
        ("Aan", "Vul in: aan wie"),
        ("Van", "Vul in: van wie"),
        ("Datum", "Vul in: datum van de nota"),
        ("Kenmerk", "Vul in: kenmerk"),
        ("Besluit nodig op", "Vul in: wanneer het besluit nodig is, en waarom dan"),
        ("Bijlagen", "Vul in: welke stukken worden meegestuurd, of: geen"),
        ("Stand per", "31 december 2010"),
    ]
    assert {value[0].look for _, value in facts.rows[:6]} == {Look.TO_FILL}
    unfinished = note.blocks[1]
    assert isinstance(unfinished, Paragraph)
    assert text(unfinished.runs) == (
        "In deze nota moeten nog acht velden worden ingevuld; vanuit een veld gaat u met de "
        "tabtoets naar het volgende."
    )


def test_a_note_of_which_everything_is_supplied_leaves_only_a_remark(record: PolicyRecord) -> None:
    """What a person supplies stands there in that person's words; only a remark is left."""
    supplied = Supplied(
        recipient="de minister van Buitenlandse Zaken",
        sender="Directie Veiligheidsbeleid",
        date=dt.date(2011, 1, 10),
        reference="DVB-2011/3",
        deadline=dt.date(2011, 1, 12),
        deadline_reason="commissiedebat van 13 januari 2011",
        annexes=("Brief van 29 april 2010",),
        advice="Kennisnemen van de stand van zaken.",
        political_context="De motie is ingediend door GroenLinks en CDA.\n\nZij is van 2009.",
        not_public="Geen.",
    )
    note = briefing([record], as_of=AS_OF, language="nl", supplied=supplied)
    looks = {run.look for block in note.blocks for runs in runs_of(block) for run in runs}
    assert looks >= {Look.BOX}
    assert [text(runs) for runs in _to_fill(note)] == ["Vul in: opmerking"]
    facts = note.blocks[0]
    assert isinstance(facts, Facts)
    values = {name: text(value) for name, value in facts.rows}
    assert values["Datum"] == "10 januari 2011"
    assert values["Besluit nodig op"] == "12 januari 2011 (commissiedebat van 13 januari 2011)"
    assert values["Bijlagen"].splitlines()[-1] == "Brief van 29 april 2010"
    assert under(note, "Gevraagd besluit") == [
        "Kennisnemen van de stand van zaken.",
        "Akkoord\u00a0\u00a0 Niet akkoord\u00a0\u00a0 Bespreken\u00a0\u00a0 Vul in: opmerking",
    ]
    assert under(note, "Politieke context (krachtenveld)") == [
        "De motie is ingediend door GroenLinks en CDA.",
        "Zij is van 2009.",
    ]
    assert under(note, "Informatie die niet openbaar gemaakt kan worden") == ["Geen."]


@pytest.mark.parametrize(
    "language, headings",
    [
        ("nl", ["Gevraagd besluit", "Kern", "Toelichting"]),
        ("en", ["Recommendation", "Issue", "Background and discussion"]),
    ],
)
def test_the_note_has_the_headings_of_a_decision_note(
    record: PolicyRecord, language: Language, headings: list[str]
) -> None:
    """What to decide comes first, then the issue, and the explanation last."""
    note = briefing([record], as_of=AS_OF, language=language)
    assert [b.text for b in note.blocks if isinstance(b, Heading) and b.level == 1] == headings


def test_what_needs_attention_stands_by_its_date(fixtures: Path) -> None:
    """What is late first, then what is due soon, each by its last day."""
    record = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    said = under(briefing([record], as_of=dt.date(2042, 2, 15), language="nl"), "Kern")
    ends = ["30 juni 2041", "31 december 2041", "28 februari 2042", "15 maart 2042"]
    assert [end for line, end in zip(said, ends, strict=False) if end in line] == ends


def test_an_answer_that_leaves_a_request_open_differs_from_none(fixtures: Path) -> None:
    """The lines and the count of the requests use the same words for the same thing."""
    record = ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")
    said = under(briefing([record], as_of=dt.date(2034, 4, 15), language="nl"), "Kern")
    assert "Niet beantwoord: De commissie vraagt wat een radarpost kost." in said
    assert "Geen antwoord vastgelegd: Het lid Peters vraagt wie de radar levert." in said
    (counted,) = (line for line in said if "verzoeken gedaan" in line)
    assert "één niet beantwoord" in counted
    assert counted.endswith("één zonder vastgelegd antwoord.")


def test_a_section_that_a_person_writes_is_there_when_given_or_asked_for(
    record: PolicyRecord,
) -> None:
    """One that is asked for is a place to fill in; all stand after the explanation, in order."""
    supplied = Supplied(risks="De Kamer kan om een debat vragen.", sections=("coordination",))
    note = briefing([record], as_of=AS_OF, language="nl", supplied=supplied)
    headings = [b.text for b in note.blocks if isinstance(b, Heading) and b.level == 1]
    assert headings[-3:] == ["Toelichting", "Risico’s", "Afstemming"]
    assert under(note, "Risico’s") == ["De Kamer kan om een debat vragen."]
    assert under(note, "Afstemming") == [
        "Vul in: met wie de nota is afgestemd, en wie niet akkoord is"
    ]


@pytest.mark.parametrize("warnings, said", [(0, 0), (1, 1), (25, 1)])
def test_the_warnings_of_the_check_close_the_note(
    record: PolicyRecord, warnings: int, said: int
) -> None:
    """How many there are is said once, at the end; nothing is said of none."""
    note = briefing([record], as_of=AS_OF, language="nl", warnings=warnings)
    texts = [text(runs) for block in note.blocks for runs in runs_of(block)]
    told = [each for each in texts if each.startswith("De controle van het dossier meldt")]
    assert len(told) == said
    assert told == ([] if not said else [texts[-1]])


def test_the_dossier_follows_on_demand(record: PolicyRecord) -> None:
    """In full, the note ends with all that the record holds, quotes included."""
    short = briefing([record], as_of=AS_OF, language="nl")
    full = briefing([record], as_of=AS_OF, language="nl", in_full=True)
    assert not short.quotes
    assert full.quotes
    assert "Bijlage: dossier" not in [b.text for b in short.blocks if isinstance(b, Heading)]
    assert len(full.blocks) > len(dossier([record], as_of=AS_OF, language="nl").blocks)
    under_annex = [block.text for block in full.blocks if isinstance(block, Heading)]
    assert under_annex[-1] == "Documenten"


@pytest.mark.parametrize("language, times", [("en", 1), ("nl", 0)])
def test_each_note_says_in_which_language_it_quotes(
    record: PolicyRecord, language: Language, times: int
) -> None:
    """Once, at the top, in every kind of note; nothing where it is the note's own."""
    words = "Words in quotation marks are in Dutch, the language of the sources."
    for note in (
        briefing(record, as_of=AS_OF, language=language),
        dossier(record, as_of=AS_OF, language=language),
        annex(record, as_of=AS_OF, language=language),
        changes(record, since=dt.date(2010, 1, 1), as_of=AS_OF, language=language),
    ):
        said = [text(each.runs) for each in note.blocks if isinstance(each, Paragraph)]
        assert said[:1].count(words) == said.count(words) == times


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_note_on_papers_in_two_languages_names_neither_as_that_of_all(
    record: PolicyRecord, language: Language
) -> None:
    """Quotes are then in the language of their paper, which each shows."""
    other = attrs.evolve(record, id="other", language="en")
    words = {
        "nl": "Wat tussen aanhalingstekens staat, is in de taal van de bron.",
        "en": "Words in quotation marks are in the language of their source.",
    }

    note = briefing([record, other], as_of=AS_OF, language=language)

    said = " ".join(text(each.runs) for each in note.blocks if isinstance(each, Paragraph))
    assert said.count(words[language]) == 1
    assert "de taal van de bronnen" not in said
    assert "the language of the sources" not in said


@pytest.mark.parametrize(
    "number, words",
    [
        (1, "Eén toezegging is gemeld als voldaan; dat is niet aangetoond."),
        (2, "Twee toezeggingen zijn gemeld als voldaan; dat is niet"),
    ],
)
def test_a_note_says_plainly_that_nothing_is_shown_of_what_is_closed(
    record: PolicyRecord, number: int, words: str
) -> None:
    """What is only said to be fulfilled is not called closed."""
    for commitment in record.commitments[:number]:
        record = record.with_update(commitment.id, date=AS_OF, by="jansen", claimed="fulfilled")

    note = briefing(record, as_of=AS_OF, language="nl")

    said = [text(item) for each in note.blocks if isinstance(each, Bullets) for item in each.items]
    assert [each for each in said if words in each] != []
    assert not any("afgehandeld" in each for each in said)


@pytest.mark.parametrize(
    "phrase, said, other",
    [
        ("per 1 januari 2033", "Per 1-1-2033.", "T/m"),
        ("voor 1 januari 2033", "T/m 1-1-2033.", "Per 1"),
    ],
)
def test_what_holds_from_a_day_is_not_said_to_end_on_it(
    record: PolicyRecord, phrase: str, said: str, other: str
) -> None:
    """The words "per 1 januari" do not mean "until 1 January"."""
    term = Timeframe(phrase=phrase, date=EdtfDate("2033-01-01"))
    statements = [attrs.evolve(each, timeframe=term) for each in record.commitments]
    note = briefing(
        attrs.evolve(
            record, statements=tuple(statements), updates=(), instruments=(), dispositions=()
        ),
        as_of=AS_OF,
        language="nl",
    )
    words = [text(runs) for block in note.blocks for runs in runs_of(block)]

    assert any(said in each for each in words)
    assert not any(other in each for each in words)


def test_a_note_does_not_say_that_its_subject_is_the_letter() -> None:
    """Of a letter without date, number and title the record's id is what it is called."""
    small = small_record()
    letter = Document(id="letter", kind=DocumentKind.LETTER, text=small.documents[0].text)
    record = attrs.evolve(small, title=None, documents=(letter,))
    cases: tuple[tuple[Language, str], ...] = (
        ("nl", "Het onderwerp is de brief"),
        ("en", "The subject is the letter"),
    )
    for language, unsaid in cases:
        for make in (briefing, dossier):
            note = make([record], as_of=AS_OF, language=language)
            words = [text(runs) for block in note.blocks for runs in runs_of(block)]
            assert not any(unsaid in each for each in words)
            assert note.title.endswith(": small")


def _to_fill(note: Note) -> Iterator[Runs]:
    """Each place to fill in."""
    for block in note.blocks:
        for runs in runs_of(block):
            yield from ((run,) for run in runs if run.look is Look.TO_FILL)


@pytest.mark.parametrize("records", [1, 2])
def test_no_level_of_heading_is_skipped(record: PolicyRecord, records: int) -> None:
    """Below a heading stands one of the next level, never one two levels down."""
    note = briefing([record, small_record()][:records], as_of=AS_OF, language="nl")
    levels = [0, *(block.level for block in note.blocks if isinstance(block, Heading))]
    assert [b - a for a, b in pairwise(levels) if b - a > 1] == []
