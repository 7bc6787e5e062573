"""Phrases of terms are found whole in a sentence."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from evidence.terms.found import _found
from ssrpolicy.evidence.terms import Says, phrases_in, read_term
from tables import each_case

PAPER = dt.date(2026, 3, 5)
SENTENCES = {"nl": "Hierover zal ik uw Kamer {} berichten.", "en": "We will publish the review {}."}


@each_case(
    "language, phrase, date",
    [
        ("nl", "tussen 1 en 15 juni", "2026-06-01/2026-06-15"),
        ("nl", "op de 1e of 2e juni", "2026-06-01/2026-06-02"),
        ("nl", "op 1, 2 en 3 juni 2027", "2027-06-01/2027-06-03"),
        ("nl", "van 3 tot 15 juni", "2026-06-03/2026-06-15"),
        ("nl", "voor 1 of 15 juni", "2026-05-31"),
        ("en", "between 1 and 15 June", "2026-06-01/2026-06-15"),
        ("en", "between June 1 and 15", "2026-06-01/2026-06-15"),
        ("nl", "in de week van 3 juni", "2026-06-01/2026-06-07"),
        ("nl", "in week 23", "2026-06-01/2026-06-07"),
        ("nl", "voor week 23 van 2027", "2027-06-06"),
        ("nl", "na week 23", "2026-06-08/.."),
        ("nl", "in het weekend van 6 juni", "2026-06-06/2026-06-07"),
        ("en", "in the week commencing Monday 8 June", "2026-06-08/2026-06-14"),
        ("nl", "in de eerste week van juni", "2026-06~"),
        ("nl", "volgende week", "2026-03-09/2026-03-15"),
        ("nl", "uiterlijk vrijdag volgende week", "2026-03-13"),
        ("nl", "volgende week maandag", "2026-03-09"),
        ("en", "by Friday of next week", "2026-03-13"),
        ("nl", "eind deze week", "2026-03-02/2026-03-08"),
        ("en", "by the end of next week", "2026-03-09/2026-03-15"),
        ("nl", "in de eerste maanden van 2027", "2027~"),
        ("nl", "uiterlijk vrijdag 12 juni", "2026-06-12"),
        ("nl", "1 juni a.s.", "2026-06-01"),
        ("nl", "per ultimo 2026", "2026"),
        ("nl", "medio Q3", "2026-07~/2026-09~"),
        ("nl", "in het tweede semester van 2026", "2026-07/2026-12"),
        ("nl", "van 2026 tot 2030", "2026/2030"),
        ("nl", "in de periode 2026-2030", "2026/2030"),
        ("nl", "in het najaar of de winter", "2026-23/2026-24"),
        ("nl", "zo snel mogelijk in 2027", "2027"),
        ("nl", "op z'n vroegst in 2028", "2028/.."),
        ("nl", "later dit jaar", "2026"),
        ("nl", "voorafgaand aan het commissiedebat van 21 mei", "2026-05-20"),
        ("nl", "voor het algemeen overleg van 1 december 2026", "2026-11-30"),
        ("nl", "voor het plenair debat van dinsdag 9 juni", "2026-06-08"),
        ("nl", "nog voor het AO van 20 juni 2026", "2026-06-19"),
        ("nl", "voor het AO Havens van 20 juni", "2026-06-19"),
        ("nl", "voor het VAO van 20 juni", "2026-06-19"),
        ("nl", "voor het nader schriftelijk overleg van 20 juni", "2026-06-19"),
        ("nl", "voor het notaoverleg Water en Wegen van 20 juni", "2026-06-19"),
        ("nl", "voor het rondetafelgesprek over de havens van 20 juni", "2026-06-19"),
        ("nl", "vóór de technische briefing op 20 juni", "2026-06-19"),
        ("nl", "voor de regeling van werkzaamheden van 20 juni", "2026-06-19"),
        ("nl", "ruimschoots voorafgaand aan het WGO Jaarverslag van 20 juni", "2026-06-19"),
        ("nl", "in het parlementaire jaar 2026/27", "2026/2027"),
        ("nl", "in het vierde kwartaal", "2026-10/2026-12"),
        ("nl", "dit najaar", "2026-23"),
        ("nl", "rond de zomer", "2026-22~"),
        ("en", "in late June", "2026-06"),
        ("en", "by the end of Q2", "2026-04/2026-06"),
        ("en", "early next year", "2027~"),
        ("en", "in the final quarter of 2026", "2026-10/2026-12"),
        ("en", "towards the end of 2026", "2026"),
        ("en", "over the summer", "2026-22"),
        ("en", "over the next two years", "2028-03-05"),
        ("en", "2027 at the earliest", "2027/.."),
        ("en", "throughout 2026", "2026"),
        ("en", "before the debate on 21 May", "2026-05-20"),
        ("en", "in the 2026/27 financial year", "2026/2027"),
        ("en", "in the spring of next year", "2027-21"),
        ("nl", "in mei van volgend jaar", "2027-05"),
        ("nl", "uiterlijk 1 februari van dit jaar", "2026-02-01"),
        ("nl", "van begin 2026 tot eind 2027", "2026/2027"),
        ("nl", "in de jaren 2026 tot en met 2029", "2026/2029"),
        ("nl", "in de week van 8 tot 12 juni", "2026-06-08/2026-06-12"),
        ("nl", "in de tweede week van oktober", "2026-10"),
        ("nl", "in de maand mei", "2026-05"),
        ("nl", "nog dit kalenderjaar", "2026"),
        ("en", "in the month of May 2027", "2027-05"),
        ("en", "on or before 1 June", "2026-06-01"),
        ("en", "at the earliest in 2027", "2027/.."),
        ("en", "in the latter half of 2026", "2026-07/2026-12"),
        ("en", "by the close of 2026", "2026"),
        ("en", "in the first quarter of the calendar year", "2026-01/2026-03"),
        ("en", "in FY 2026/27", "2026/2027"),
        ("en", "in two years' time", "2028-03-05"),
    ],
)
def test_a_phrase_is_found_whole_and_gives_the_same_date_by_itself(
    language: str, phrase: str, date: str
) -> None:
    """What the drafter quotes of a sentence and what the checker reads are one phrase."""
    assert _found(SENTENCES[language].format(phrase), language) == [phrase]
    assert str(read_term(phrase, language=language, paper_date=PAPER).date) == date


@each_case(
    "language, phrase",
    [
        ("nl", "voor het zomerreces"),
        ("nl", "kort na het kerstreces"),
        ("nl", "bij de Voorjaarsnota"),
        ("nl", "in aanloop naar Prinsjesdag"),
        ("nl", "voorafgaand aan de begrotingsbehandeling"),
        ("nl", "vóór de behandeling van de begroting"),
        ("nl", "uiterlijk bij de begroting voor 2027"),
        ("nl", "ruim voor het debat"),
        ("nl", "twee weken voor het debat"),
        ("nl", "uiterlijk twee weken na ontvangst"),
        ("nl", "binnen 60 dagen na ontvangst"),
        ("nl", "na inwerkingtreding van de wet"),
        ("nl", "na de formatie"),
        ("nl", "voor de kerst"),
        ("nl", "na de meivakantie"),
        ("nl", "zodra het advies er is"),
        ("nl", "bij het jaarverslag"),
        ("en", "before the summer recess"),
        ("en", "by year-end"),
        ("en", "before Christmas"),
        ("en", "at the Spring Budget"),
        ("en", "alongside the Autumn Statement"),
        ("en", "before the House rises for the summer"),
        ("en", "within 60 days of receipt"),
        ("en", "two months after publication"),
        ("en", "upon receipt of the report"),
        ("en", "after the election"),
        ("en", "when the review is complete"),
        ("en", "by the time of the debate"),
        ("nl", "gelijktijdig met de begroting"),
        ("nl", "tegelijk met de Voorjaarsnota"),
        ("nl", "voor de Algemene Politieke Beschouwingen"),
        ("nl", "nadat ik het advies heb ontvangen"),
        ("nl", "na vijf jaar"),
        ("nl", "na ommekomst van het advies van de Raad van State"),
        ("en", "after the May elections"),
        ("en", "in the summer term"),
        ("en", "around the turn of the year"),
        ("en", "after Royal Assent"),
        ("en", "when parliamentary time allows"),
    ],
)
def test_an_occasion_or_event_is_found_whole_and_has_no_date(language: str, phrase: str) -> None:
    """On what day it is stands in no phrase, and none is invented."""
    assert _found(SENTENCES[language].format(phrase), language) == [phrase]
    found = read_term(phrase, language=language, paper_date=PAPER)
    assert (found.date, found.says) == (None, Says.EVENT)


@each_case(
    "language, phrase, says",
    [
        ("nl", "voor het einde van het parlementaire jaar", Says.NOTHING),
        ("nl", "binnen afzienbare tijd", Says.NOTHING),
        ("nl", "op de kortst mogelijke termijn", Says.NOTHING),
        ("nl", "in de komende kabinetsperiode", Says.NOTHING),
        ("nl", "tussen nu en de zomer", Says.NOTHING),
        ("nl", "over enkele maanden", Says.NOTHING),
        ("nl", "per ommegaande", Says.NOTHING),
        ("nl", "op een nader te bepalen moment", Says.SOME_DAY),
        ("nl", "op een later moment", Says.SOME_DAY),
        ("nl", "te zijner tijd", Says.SOME_DAY),
        ("nl", "eens per jaar", Says.RECURRING),
        ("nl", "een keer per twee jaar", Says.RECURRING),
        ("nl", "om de twee jaar", Says.RECURRING),
        ("nl", "vierjaarlijks", Says.RECURRING),
        ("nl", "ieder najaar", Says.RECURRING),
        ("nl", "jaarlijks voor het zomerreces", Says.RECURRING),
        ("nl", "vanaf 2027 elk jaar", Says.RECURRING),
        ("nl", "2x per jaar", Says.RECURRING),
        ("en", "by 1 June each year", Says.RECURRING),
        ("en", "at six-monthly intervals", Says.RECURRING),
        ("en", "every other year", Says.RECURRING),
        ("nl", "vanaf eind 2026", Says.START),
        ("en", "with effect from 1 April 2027", Says.START),
        ("nl", "vanaf de eerste week van juni", Says.START),
        ("nl", "met ingang van het jaar 2027", Says.START),
        ("en", "by the end of this Parliament", Says.NOTHING),
        ("en", "over the coming months", Says.NOTHING),
        ("en", "at the earliest opportunity", Says.NOTHING),
        ("en", "in due course", Says.SOME_DAY),
        ("en", "twice a year", Says.RECURRING),
        ("en", "every six months", Says.RECURRING),
        ("en", "on an annual basis", Says.RECURRING),
        ("en", "as of 2027", Says.START),
    ],
)
def test_a_phrase_without_a_day_is_found_whole_and_says_what_it_is(
    language: str, phrase: str, says: Says
) -> None:
    """What comes back, begins or is put off has no last day."""
    assert _found(SENTENCES[language].format(phrase), language) == [phrase]
    found = read_term(phrase, language=language, paper_date=PAPER)
    assert (found.date, found.says) == (None, says)


@given(
    st.text(
        alphabet=st.sampled_from("İbinnen voor na eind 2026 q34 juni maanden twee/-."), max_size=60
    )
    | st.text(max_size=60)
)
def test_any_sentence_is_searched_without_harm(sentence: str) -> None:
    """What is found stands in the sentence, from left to right, and nowhere twice."""
    for language in ("nl", "en"):
        found = phrases_in(sentence, language)
        ends = [place for span in found for place in span]
        assert ends == sorted(ends)
        assert all(0 <= start < end <= len(sentence) for start, end in found)


@each_case(
    "sentence, language, phrase",
    [
        ("In the May recess I will visit the ports.", "en", "In the May recess"),
        ("We will report before the Whitsun recess.", "en", "before the Whitsun recess"),
        ("Vanaf komend schooljaar geldt dit.", "nl", "Vanaf komend schooljaar"),
        ("De proef begint volgend studiejaar.", "nl", "volgend studiejaar"),
        (
            "Vanaf de verkiezingen in maart 2027 geldt dit.",
            "nl",
            "Vanaf de verkiezingen in maart 2027",
        ),
    ],
)
def test_a_recess_a_school_year_and_elections_are_read_whole(
    sentence: str, language: str, phrase: str
) -> None:
    """Their month is part of the name, and gives no date."""
    found = [sentence[slice(*span)] for span in phrases_in(sentence, language)]

    assert found == [phrase]
    assert read_term(phrase, language=language, paper_date=PAPER).date is None
