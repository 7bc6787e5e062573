"""A text that is shortened ends between words, and leaves nothing open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.views import brief

CLOSING = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»"}
WORDS = (
    *("agenten", "die", "in", "de", "rechtspraak", "van", "Meralië", "(of", "elders)", "“op"),
    *("termijn”", "[zie", "nr. 3]", "‘spoedig’", "en", "de (nieuwe", "«wet»)", "missie;", "slot."),
    *("the", "courts", "of", "which", '"as', 'agreed"', "https://example.org/een-lang-adres"),
)
texts = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)


def opened(text: str) -> int:
    """How many signs in a text wait to be closed."""
    waiting: list[str] = []
    for sign in text:
        if waiting and sign == waiting[-1]:
            waiting.pop()
        elif sign in CLOSING:
            waiting.append(CLOSING[sign])
        elif sign == '"':
            waiting.append(sign)
    return len(waiting)


@given(texts, st.integers(1, 120))
def test_what_is_shortened_fits_and_begins_as_the_text(text: str, length: int) -> None:
    """No more characters than there is room for; before the mark stands how it begins."""
    shown = brief(text, length)
    line = " ".join(text.split())

    assert len(shown) <= length
    if shown != line:
        words, mark, closing = shown.rpartition("…")
        assert mark
        assert line.startswith(words.rstrip())
        assert not set(closing) - {*CLOSING.values(), '"'}


@given(texts, st.integers(40, 120))
def test_with_room_for_a_word_none_is_cut_and_nothing_stays_open(text: str, length: int) -> None:
    """The last word is whole, does not wait for the next, and brackets and quotes are closed."""
    shown = brief(text, length)
    line = " ".join(text.split())
    if shown == line:
        return
    words = shown.rpartition("…")[0].rstrip()
    last = words.split(" ")[-1].strip('“‘«(["')

    assert not line[len(words)].isalnum()
    assert last not in {"die", "in", "de", "van", "en", "the", "of", "which", ""}
    assert opened(shown) == 0


@pytest.mark.parametrize(
    "text, length, shown",
    [
        ("Opleiding van agenten die nog geen diploma hebben", 28, "Opleiding van agenten…"),
        ("Opleiding van agenten (van de kustwacht en elders)", 40, "Opleiding van agenten…"),
        ("“Binnen twee jaar na de inwerkingtreding van de wet”", 30, "“Binnen twee jaar…”"),
        ("De boten varen uiterlijk op 1 oktober 2040 uit", 30, "De boten varen uiterlijk…"),
        ("De boten varen vanaf 2040 uit de haven", 30, "De boten varen vanaf 2040…"),
        ("Dit is besloten. De regering zal volgen.", 24, "Dit is besloten. …"),
        ("Ondersteuning van rechters", 26, "Ondersteuning van rechters"),
        ("https://example.org/een/heel/lang/adres", 12, "https://exa…"),
    ],
)
def test_a_sentence_is_shortened_as_an_editor_would(text: str, length: int, shown: str) -> None:
    """It ends before what it cannot finish."""
    assert brief(text, length) == shown
