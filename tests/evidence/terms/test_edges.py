"""Where the phrase of a term begins and ends in a sentence."""

import datetime as dt

from evidence.terms.found import _found
from ssrpolicy.evidence.terms import read_term
from tables import each_case

PAPER = dt.date(2026, 3, 5)


@each_case(
    "language, sentence",
    [
        ("nl", "Het jaar 2026 is het warmste."),
        ("nl", "De zomer van vorig jaar was warm, en afgelopen zomer ook."),
        ("nl", "Sinds 2024 is dit zo geregeld."),
        ("nl", "Het onderzoek van 7 november 2025 en artikel 4 zijn bekend."),
        ("nl", "In H2 is geen 180 dagen of langer gemeten."),
        ("nl", "Drie miljoen euro per jaar is daarvoor beschikbaar."),
        ("nl", "De jaarlijkse rapportage en de begroting zijn openbaar."),
        ("en", "Each line may be joined, and troops may march or be kept."),
        ("en", "We thank the authors of three years of reports about the year."),
        ("en", "Over 2030 ships are ahead of schedule."),
    ],
)
def test_a_number_or_a_name_of_a_stretch_by_itself_says_not_when(
    language: str, sentence: str
) -> None:
    """A year that is spoken of, an amount and a word that only looks like a month are not terms."""
    assert _found(sentence, language) == []


@each_case(
    "language, sentence",
    [
        ("nl", "De bouw start in 2027."),
        ("nl", "Ik begin in 2027 met de bouw."),
        ("nl", "Ik laat in 2027 een onderzoek doen."),
        ("nl", "Het duurt zes weken in 2027."),
        ("en", "The programme will end in 2027."),
        ("en", "Of course in 2027 we will report."),
    ],
)
def test_the_verb_before_a_term_is_not_of_it(language: str, sentence: str) -> None:
    """Many words that lead to a stretch of the calendar are verbs, or measure, elsewhere."""
    assert _found(sentence, language) == ["in 2027"]


@each_case(
    "sentence, phrase",
    [
        ("Zodra het advies er is stuur ik het naar de Kamer.", "Zodra het advies er is"),
        ("Zodra ik het advies heb ontvangen zal ik u berichten.",
         "Zodra ik het advies heb ontvangen"),
        ("Zodra het plan is vastgesteld wordt uw Kamer bericht.", "Zodra het plan is vastgesteld"),
        ("Zodra de havens het plan hebben vastgesteld volgt een brief.",
         "Zodra de havens het plan hebben vastgesteld"),
        ("Zodra het plan wordt vastgesteld informeer ik u.", "Zodra het plan wordt vastgesteld"),
        ("Als in de aanloop naar de stemming er nog te weinig is gedaan, meld ik dit.",
         "in de aanloop naar de stemming"),
        ("Na de verkiezingen in Bergen zal ik uw Kamer informeren.",
         "Na de verkiezingen in Bergen"),
    ],
)  # fmt: skip
def test_an_event_ends_before_the_verb_of_the_sentence(sentence: str, phrase: str) -> None:
    """Also where no comma stands between them."""
    assert _found(sentence, "nl") == [phrase]


@each_case(
    "phrase, date",
    [
        ("voor de gemeenten op 1 juli", "2026-07-01"),
        ("voor de gemeenten op 1 juli 2027", "2027-07-01"),
        ("before the House on 1 July", "2026-07-01"),
        ("voor het commissiedebat op 1 juli", "2026-06-30"),
        ("vóór de inspraak op 1 juli", "2026-06-30"),
        ("voor de verkiezingen van 29 oktober", "2026-10-28"),
    ],
)
def test_for_whom_is_not_before_whom(phrase: str, date: str) -> None:
    """The day before is meant only of what is held on a day, or with a word for nothing else."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@each_case(
    "phrase",
    ["at the Spring Statement", "in het jaarverslag over 2027", "bij de jaarrekening van 2027"],
)
def test_a_paper_that_bears_a_season_or_a_year_does_not_give_them(phrase: str) -> None:
    """The account of a year is given in the next one, and a Spring Statement may be in winter."""
    assert read_term(phrase, paper_date=PAPER).date is None
