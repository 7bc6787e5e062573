"""What stands where a letter closes, and is not a signature.

The sentences are invented.
"""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment


@pytest.mark.parametrize(
    "said",
    [
        "w.g. Ik zal in juni 2032 een plan zenden.",
        "W.G. de Boer zal ik in juni 2032 een plan zenden.",
    ],
)
def test_a_sentence_behind_words_that_close_a_letter_is_read(
    commitments: Callable[[str], list[Commitment]], said: str
) -> None:
    """It is not part of who signs."""
    (made,) = commitments(f"De sluis is oud.\n\n{said}\n")

    assert made.firmness == "firm"
