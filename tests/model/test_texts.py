"""Full ids, and finding the known text that is meant by another."""

import difflib
import time

import pytest

from ssrpolicy.model import FullId
from ssrpolicy.similar import SimilarTexts


@pytest.mark.parametrize(
    "text, expected",
    [
        ("kst-32123-X-124#african-union", FullId("kst-32123-X-124", "african-union")),
        ("kst-32123-X-124", None),
    ],
)
def test_a_full_id_is_read_and_written(text: str, expected: FullId | None) -> None:
    """A full id has a number sign; a paper has none."""
    assert FullId.parse(text) == expected
    assert FullId.split(text) == (expected or FullId(text, ""))
    assert expected is None or str(expected) == text


@pytest.mark.parametrize("known", [60, 20_000])
def test_a_misspelt_id_is_found_among_few_and_among_many(known: int) -> None:
    """Swapped, left out and doubled letters lead to the id, however many there are."""
    ids = [f"{theme}-{number}" for number in range(known // 3) for theme in ("bsos", "fund", "ssr")]
    similar = SimilarTexts([*ids, "african-union-support"])

    for wrong in ("afrcian-union-support", "african-union-suport", "african-unionn-support"):
        assert similar.nearest(wrong)[0] == "african-union-support"
    assert similar.nearest("%%%%") == []


def test_of_few_all_are_compared() -> None:
    """Up to a hundred the answer is that of difflib."""
    ids = [f"statement-{number}" for number in range(90)]

    assert SimilarTexts(ids).nearest("statment-8") == difflib.get_close_matches("statment-8", ids)


def test_many_alike_take_no_longer_than_few() -> None:
    """Ten thousand ids that share most letters are not all compared."""
    similar = SimilarTexts(f"commitment-{number}" for number in range(10_000))
    similar.nearest("commitment-x")
    start = time.process_time()
    for number in range(10):
        similar.nearest(f"commitmnet-{number}77x")

    assert time.process_time() - start < 1
