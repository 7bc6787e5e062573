"""A selection by words, and a selection said in words."""

import datetime as dt
import itertools

import attrs
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy import PolicyRecord, Update
from ssrpolicy.selection import NOBODY, Selection, Words, choose, folded
from ssrpolicy.views import selection_words
from tables import each_case

DAY = dt.date(2034, 1, 1)


def test_words_are_compared_without_case_accents_and_signs() -> None:
    """A part of a word is enough; a word of two letters must stand by itself."""
    assert folded("Één “politie-training”\n in  Oeganda") == "een politie training in oeganda"
    assert folded("Y\u0131lmaz, Łukasz en de Øresund") == "yilmaz lukasz en de oresund"
    assert Words("yilmaz").places("de heer Y\u0131lmaz") == ((8, 14),)
    assert Words("TRAINING").are_in("de politietraining")
    assert not Words("de").are_in("onderdeel")
    assert Words("de zal niet").are_in("De minister zal dit niet doen.")
    assert not Words("AND").are_in("zonder verbinding")
    assert not Words('"-!').words


@each_case("words", ["de", "de zal", "ë", "sœur", "2", "geen_woord", "politie"])
@each_case(
    "text", ["De Kamer", "het idee", "_de_ zal", "de_zal", "Soeur, e\u0308", "m²", "geen woord", ""]
)
def test_words_stand_in_a_text_as_in_its_folded_form(words: str, text: str) -> None:
    """Signs between the words of a text make no difference to what is found in it."""
    wanted = Words(words)

    assert wanted.are_in(text) is wanted.in_folded(folded(text))
    assert wanted.are_in(text) is bool(text and wanted.are_in(f"Zij zei: “{text}”!"))


@given(text=st.text(max_size=60), words=st.lists(st.text(min_size=1, max_size=8), max_size=3))
def test_marks_are_where_the_words_stand(text: str, words: list[str]) -> None:
    """Marks lie in the text, in order and apart; of words that are in there is a mark."""
    wanted = Words(" ".join(words))
    places = wanted.places(text)

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
    if wanted.are_in(text):
        assert places


def test_a_selection_is_said_in_words(records: tuple[PolicyRecord, ...]) -> None:
    """As a civil servant would say what was asked."""
    asked = Selection(owners=("nl-bz", NOBODY), schedules="overdue", due_before=DAY)

    assert selection_words(asked, "nl", records) == (
        "verantwoordelijk ministerie van Buitenlandse Zaken of niemand; einddatum vóór "
        "1 januari 2034; termijn verstreken"
    )
    assert selection_words(asked, "en", records) == (
        "responsible Ministry of Foreign Affairs or nobody; due before 1 January 2034; overdue"
    )


def test_who_is_said_to_be_nobody_is_not_the_author(records: tuple[PolicyRecord, ...]) -> None:
    """Until the day of such an update, and after a later one with a name, the rule is as before."""
    letter = next(each for each in records if each.id == "kst-32123-X-124")
    unnamed = next(each for each in letter.statements if not each.owners)
    nobody, somebody = (
        Update(statement=unnamed.id, date=day, by="Zandvoort", owners=owners)
        for day, owners in ((dt.date(2011, 3, 1), ()), (dt.date(2011, 5, 1), ("nl-def",)))
    )
    told = attrs.evolve(letter, updates=(*letter.updates, nobody, somebody))
    days = [dt.date(2011, month, 15) for month in (2, 4, 6)]

    found = [choose((told,), Selection(owners=NOBODY), as_of=day) for day in days]
    assert [each.holds(told, unnamed) for each in found] == [False, True, False]
    who = [each.responsible(told, unnamed) for each in found]
    assert [(each.parties, each.by_authorship) for each in who] == [
        (("nl-bz",), True),
        ((), False),
        (("nl-def",), False),
    ]
