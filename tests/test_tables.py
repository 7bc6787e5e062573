"""A test that goes through a table fails where one of its cases does, and names each that does."""

import pytest

from tables import each_case


def test_every_case_that_fails_is_named() -> None:
    """The others are gone through as well, and what is not of the table comes from outside."""
    seen = []

    @each_case("word, length", [("haven", 5), ("kade", 5), ("sluis", 5), ("brug", 5)])
    @each_case("most", [9, 4])
    def fits(word: str, length: int, most: int, unit: str) -> None:
        seen.append((word, most, unit))
        assert len(word) == length or most == 9

    with pytest.raises(ExceptionGroup) as failed:
        fits(unit="letters")

    assert "2 of 4 cases" in str(failed.value)
    assert [each.__notes__ for each in failed.value.exceptions] == [
        ["in the case 'kade', 5"],
        ["in the case 'brug', 5"],
    ]
    assert len(seen) == 8


def test_a_table_without_a_case_is_refused() -> None:
    """A test of it would say nothing."""
    with pytest.raises(ValueError, match="no case"):
        each_case("word", [])
