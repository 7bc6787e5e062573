"""Abbreviations: what they stand for is known from a source, and written out once."""

from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy import Language, LocalText, Party, PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views import Block, Bullets, Paragraph, Run
from ssrpolicy.views.notes.abbreviations import Abbreviations, long_form
from ssrpolicy.views.notes.expansion import Expander
from tables import each_case


@pytest.fixture(scope="module")
def record(letter: Path) -> PolicyRecord:
    """The record of the letter."""
    return ssrpolicy.load(letter)


def written(record: PolicyRecord, *texts: str, language: Language = "nl") -> list[str]:
    """Texts as they read one after the other in a note on a record."""
    known = Abbreviations(record, language)
    writing = Expander()
    return [
        "".join(run.text for run in writing.runs((Run(text, language),), known)) for text in texts
    ]


@each_case(
    "before, abbreviation, words",
    [
        ("het Bureau for Conflict Prevention and Resolution", "BCPR", "Bureau for Conflict Preve"),
        ("wordt gewerkt aan Integrated Border Management", "IBM", "Integrated Border Management"),
        ("de Koninklijke Marechaussee", "KMAR", "Koninklijke Marechaussee"),
        ("vijf Nederlandse Police Mentoring Teams", "PMT", "Police Mentoring Teams"),
    ],
)
def test_a_text_says_what_its_abbreviation_stands_for(
    before: str, abbreviation: str, words: str
) -> None:
    """The letters of the abbreviation stand in the words before it, the first at a beginning."""
    assert (long_form(before, abbreviation) or "").startswith(words)


@each_case(
    "before, abbreviation",
    [
        ("uit middelen van het fonds", "EU"),
        ("De brief noemt dit. Verder niets", "DN"),
        ("in het voorjaar van dat jaar", "NAVO"),
    ],
)
def test_words_that_only_happen_to_stand_there_are_not_taken(
    before: str, abbreviation: str
) -> None:
    """What an abbreviation stands for is never guessed."""
    assert long_form(before, abbreviation) is None


@pytest.mark.parametrize(
    "abbreviation, language, words",
    [
        ("SSR", "nl", "Security Sector Reform"),
        ("OESO", "nl", "Organisatie voor Economische Samenwerking en Ontwikkeling"),
        ("OECD", "en", "Organisation for Economic Co-operation and Development"),
        ("DRC", "en", "Democratic Republic of the Congo"),
        ("PMT", "nl", "Police Mentoring Teams"),
        ("DPKO", "nl", "VN-departement voor Vredeshandhavingsoperaties"),
        ("EULEX Kosovo", "nl", "EU-rechtsstaatmissie in Kosovo"),
    ],
)
def test_the_letter_s_abbreviations_are_known(
    record: PolicyRecord, abbreviation: str, language: Language, words: str
) -> None:
    """From the code lists in the reader's language, or from the letter's own words."""
    found = Abbreviations(record, language).meaning(abbreviation)
    assert found is not None
    assert found.words == words


def test_an_unknown_abbreviation_stays_as_it_is(record: PolicyRecord) -> None:
    """Nobody says what XYZ is, and so the note does not."""
    assert Abbreviations(record, "nl").meaning("XYZ") is None
    assert written(record, "Steun aan XYZ.") == ["Steun aan XYZ."]


def test_a_ministry_s_letters_mean_the_ministry_of_that_day(record: PolicyRecord) -> None:
    """In April 2010 the ministry of LNV was another than that of 2017."""
    found = Abbreviations(record, "nl").meaning("LNV")
    assert found is not None
    assert found.words == "ministerie van Landbouw, Natuur en Voedselkwaliteit"
    assert Abbreviations(record, "nl").meaning("LVVN") is None


def test_a_record_s_own_code_goes_before_a_built_in_one() -> None:
    """A record that declares EU as something else is believed."""
    small = small_record()
    own = Party(id="eu-club", name=LocalText(nl="Elftal van Uruzgan"), aliases=("EU",))
    record = attrs.evolve(small, parties=(*small.parties, own))
    found = Abbreviations(record, "nl").meaning("EU")
    assert found is not None
    assert found.words == "Elftal van Uruzgan"


def test_the_letters_of_the_dutch_state_mean_that_in_its_own_papers_only(
    record: PolicyRecord,
) -> None:
    """The MP of another country is not a minister-president; the letter of a minister has one."""
    found = Abbreviations(record, "nl").meaning("MP")
    assert found is not None
    assert found.words == "minister-president, minister van Algemene Zaken"
    assert Abbreviations(small_record(), "nl").meaning("MP") is None
    assert Abbreviations(small_record(), "nl").meaning("EU") is not None


def test_an_abbreviation_is_written_out_once(record: PolicyRecord) -> None:
    """At the first use, and then no more."""
    assert written(record, "Richtlijnen van de OESO.", "De OESO weer.") == [
        "Richtlijnen van de OESO (Organisatie voor Economische Samenwerking en Ontwikkeling).",
        "De OESO weer.",
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "om SSR-activiteiten te doen",
            "om SSR-activiteiten (SSR: Security Sector Reform) te doen",
        ),
        (
            "SSR-beleid, -instrumenten en -middelen",
            "SSR-beleid (SSR: Security Sector Reform), -instrumenten en -middelen",
        ),
        (
            "zoals EULEX Kosovo",
            "zoals EULEX Kosovo (EU-rechtsstaatmissie in Kosovo; EU: Europese Unie)",
        ),
        ("de Democratische Republiek Congo (DRC)", "de Democratische Republiek Congo (DRC)"),
        (
            "Uitgebreid programma van de VN (EU)",
            "Uitgebreid programma van de VN (EU; VN: Verenigde Naties; EU: Europese Unie)",
        ),
        (
            "politie (ISAF en anderen)",
            "politie (ISAF en anderen; ISAF: International Security Assistance Force)",
        ),
    ],
)
def test_what_is_written_out_reads_well(record: PolicyRecord, text: str, expected: str) -> None:
    """Behind the whole word, within brackets that are there, and not where the text says it."""
    assert written(record, text) == [expected]


def test_a_summary_in_another_language_is_left_as_it_is(record: PolicyRecord) -> None:
    """A Dutch note does not put Dutch words into an English sentence; its own it explains."""
    known, expander = Abbreviations(record, "nl"), Expander()
    english = (Run("We will send a response from the EU.", "en"),)

    assert expander.runs(english, known) == english
    assert "".join(run.text for run in expander.runs((Run("De EU.", "nl"),), known)) == (
        "De EU (Europese Unie)."
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["US", "UK", "VS", "VK"])
def test_countries_that_everybody_calls_so_are_not_written_out(
    record: PolicyRecord, name: str, language: Language
) -> None:
    """Nobody has to be told which country the US is."""
    assert Abbreviations(record, language).meaning(name) is None


def test_nothing_is_taken_away_and_no_word_of_others_is_touched(record: PolicyRecord) -> None:
    """The record's characters all stay; a quote, a link and a source number stay as they are."""
    runs = (
        Run("De EU en de VN.", "nl", 3),
        Run("“binnen de OESO”", "nl", verbatim=True),
        Run("ISAF", "nl", anchor="annex_1"),
    )
    made = Expander().runs(runs, Abbreviations(record, "nl"))
    assert "".join(run.text for run in made) == (
        "De EU (Europese Unie) en de VN (Verenigde Naties).“binnen de OESO”ISAF"
    )
    assert [run.source for run in made if run.source] == [3]
    assert made[-2:] == runs[-2:]


def test_blocks_are_written_out_in_the_order_of_reading(record: PolicyRecord) -> None:
    """The first block that uses an abbreviation writes it out."""
    blocks: list[Block] = [
        Paragraph((Run("De VN.", "nl"),)),
        Bullets(((Run("De VN en de EU.", "nl"),),)),
    ]
    made = list(Expander().blocks(blocks, Abbreviations(record, "nl")))
    assert isinstance(made[0], Paragraph)
    assert isinstance(made[1], Bullets)
    assert "".join(run.text for run in made[0].runs) == "De VN (Verenigde Naties)."
    assert "".join(run.text for run in made[1].items[0]) == "De VN en de EU (Europese Unie)."


def test_an_abbreviation_is_not_that_of_a_code_where_the_text_has_another_name() -> None:
    """In a letter about the Delta Rijn Corridor, DRC is not the Congo."""
    small = small_record()
    letter = small.documents[0]

    def about(sentence: str) -> PolicyRecord:
        text = f"{letter.text}{sentence}\n"
        paper = attrs.evolve(letter, text=text, sha256=None)
        return attrs.evolve(small, documents=(paper, *small.documents[1:]))

    said = "De DRC loopt vertraging op."
    assert written(about("De Delta Rijn Corridor ligt er nog niet."), said) == [said]
    assert written(about("De missie begint later."), said) == [
        "De DRC (Democratische Republiek Congo) loopt vertraging op."
    ]
