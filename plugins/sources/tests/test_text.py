"""The text that readers put together: whole, in order, and never less than the file has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.reporting import ApartKind
from ssrpolicy_sources.text import Assembly, LostTextError, clean, raised
from tables import each_case

_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12)
_PARTS = st.lists(st.tuples(st.sampled_from(("body", "on", "note", "apart")), _WORDS), max_size=12)


def assembled(parts: list[tuple[str, str]]) -> Assembly:
    """A text with these parts, on three pages."""
    text = Assembly()
    for number, (kind, words) in enumerate(parts):
        page = 1 + 3 * number // len(parts)
        match kind:
            case "body" | "on":
                text.paragraph(words, page, goes_on=kind == "on")
            case "note":
                text.note(words, page)
            case _:
                text.apart(ApartKind.MARGIN, words, page)
    return text


@given(_PARTS)
def test_what_goes_in_comes_out(parts: list[tuple[str, str]]) -> None:
    """Whatever the parts, the reading has every character and its places are in the text."""
    parts = [(kind, cleaned) for kind, words in parts if (cleaned := clean(words)).strip()]
    made = assembled(parts).reading(words for _kind, words in parts)

    starts = [page.start for page in made.parts.pages]
    assert starts == sorted(starts)
    assert starts[:1] in ([], [0])
    notes = [words for kind, words in parts if kind == "note"]
    assert (made.parts.notes is not None) is bool(notes)


@given(_PARTS, st.integers(0, 100))
def test_a_lost_part_is_noticed(parts: list[tuple[str, str]], lost: int) -> None:
    """A reader that drops a paragraph, a note or a margin fails, and gives no text."""
    kept = [(kind, cleaned) for kind, words in parts if (cleaned := clean(words)).split()]
    if not kept:
        return
    original = [words for _kind, words in kept]
    del kept[lost % len(kept)]
    with pytest.raises(LostTextError):
        assembled(kept).reading(original)


def test_a_part_that_stands_there_twice_is_noticed() -> None:
    """What is both in the text and set apart was not in the file twice."""
    text = assembled([("body", "Pagina 1"), ("apart", "Pagina 1")])
    with pytest.raises(LostTextError):
        text.reading(["Pagina 1"])


@each_case(
    "text, cleaned",
    [("oﬃcieel", "officieel"), ("a\rb\fc", "a\nb\nc"), ("a\x00b\ufffe", "a\ufffdb\ufffd")],
)
def test_signs_that_no_text_holds_are_replaced(text: str, cleaned: str) -> None:
    """Ligatures become letters, line ends line feeds, and control characters a sign for them."""
    assert clean(text) == cleaned


def test_marks_are_raised() -> None:
    """So that the mark of a note is not part of a number or a date."""
    assert (raised("12"), raised("*")) == ("¹²", "*")
