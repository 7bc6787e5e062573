"""Texts in cells: nothing becomes a formula or an escape, nothing is cut in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy import ContentError
from ssrpolicy_excel.limits import LONGEST_TEXT
from ssrpolicy_excel.text import cell_text, looks_like_formula, shown_text
from tables import each_case


def safe(text: str) -> str:
    """The text as it stands in the file."""
    return cell_text(text, item="kst-32123-X-124#african-union", field="Citaat")


@each_case("text", ["=1+1", "+31", "-1", "@naam", "\t=1+1"])
def test_what_could_be_typed_as_a_formula_is_known(text: str) -> None:
    """A text that begins with a sign of a formula is recognised."""
    assert looks_like_formula(text)


@each_case(
    "text, in_the_file",
    [
        ("_x000D_", "_x005F_x000D_"),
        ("a_x000D__x0041_", "a_x005F_x000D__x005F_x0041_"),
        ("_x005F_x000D_", "_x005F_x005F_x005F_x000D_"),
        ("_x00D_ _xyz", "_x00D_ _xyz"),
        ("Nederland volgt dit nauwgezet", "Nederland volgt dit nauwgezet"),
    ],
)
def test_what_excel_reads_as_an_escape_is_escaped(text: str, in_the_file: str) -> None:
    """A literal _x000D_ has its first underscore escaped; all other text stands as it is."""
    assert safe(text) == in_the_file


@given(st.text(alphabet="_x05FDabc0", max_size=40))
def test_an_escape_comes_back_as_it_was(text: str) -> None:
    """What Excel shows of the text in the file is the text."""
    assert shown_text(safe(text)) == text


@each_case("character", ["\x00", "\x0b", "\r", "\ufffe", "\ud800"])
def test_a_control_character_is_refused_by_name(character: str) -> None:
    """A character that no cell can hold is refused with item, field and position."""
    with pytest.raises(ContentError, match=r"#african-union: Citaat holds .* at position 4"):
        safe(f"naar{character}Jemen")


def test_a_text_as_long_as_a_cell_is_whole() -> None:
    """The longest text that Excel holds passes untouched."""
    assert safe("a" * LONGEST_TEXT) == "a" * LONGEST_TEXT


@pytest.mark.parametrize("text", ["a" * (LONGEST_TEXT + 1), "\U0001f692" * (LONGEST_TEXT // 2 + 1)])
def test_a_text_longer_than_a_cell_is_refused(text: str) -> None:
    """A text that Excel would cut is refused with item and field; emoji count double."""
    with pytest.raises(ContentError, match=r"#african-union: Citaat has [0-9,]+ characters"):
        safe(text)
