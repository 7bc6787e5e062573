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


def test_what_ought_to_raise_and_does_not_is_named_too() -> None:
    """Such a case does not keep the others from being gone through."""

    @each_case("number", [0, 1, 2, 0])
    def divides(number: int) -> None:
        with pytest.raises(ZeroDivisionError):
            _ = 1 / number

    with pytest.raises(ExceptionGroup, match="2 of 4 cases") as failed:
        divides()

    assert ["".join(each.__notes__) for each in failed.value.exceptions] == [
        "in the case 1",
        "in the case 2",
    ]


def test_a_case_of_a_table_cannot_be_skipped() -> None:
    """It would take the others with it, and nobody would see."""

    @each_case("word", ["haven", "kade"])
    def skips(word: str) -> None:
        if word == "kade":
            pytest.skip("no quay here")

    with pytest.raises(TypeError, match=r"the case 'kade' is skipped.*no quay here"):
        skips()
