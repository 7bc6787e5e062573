"""What the House says in a motion that it thinks, and how far that goes."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Disposition, Draft, Request

MOTION = """\
31 999 Havenbeleid

Nr. 16 MOTIE VAN HET LID BOS

Voorgesteld 3 juni 2031

De Kamer,

gehoord de beraadslaging,

constaterende dat de haven leegloopt;

{asks}

Bos
"""


@pytest.mark.parametrize(
    "asks",
    [
        "spreekt uit dat de haven open moet blijven,\n\nen gaat over tot de orde van de dag.",
        "spreekt uit dat de haven open moet blijven en gaat over tot de orde van de dag.",
        "spreekt uit, dat de haven open moet blijven,\nen gaat over tot de orde van de dag.",
        (
            "spreekt in meerderheid uit dat de haven open moet blijven, en gaat over tot de orde "
            "van de dag."
        ),
    ],
)
def test_a_motion_that_speaks_out_asks_that(new_record: Callable[[str], Path], asks: str) -> None:
    """What it says is one request, without the words with which every motion ends."""
    draft = ssrpolicy.draft(new_record(MOTION.format(asks=asks)))
    found = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]

    (summary,) = [each.summary.nl or "" for each in found]
    assert summary.startswith("De Kamer spreekt")
    assert summary.endswith("dat de haven open moet blijven.")
    (quote,) = [each.quotes[0].quote for each in found]
    assert quote.startswith("spreekt")
    assert quote.endswith("de haven open moet blijven")


def test_what_a_motion_considers_is_not_a_claim(new_record: Callable[[str], Path]) -> None:
    """What stands before and around what it asks is set aside."""
    asks = (
        "Dat een evenwichtige spreiding van kades nodig is,\n\nverzoekt de regering een plan te "
        "maken,\n\nen gaat over tot de orde van de dag."
    )
    kinds = [each.kind for each in ssrpolicy.draft(new_record(MOTION.format(asks=asks))).proposals]

    assert set(kinds) == {"request", "set_aside"}


def test_a_motion_asks_for_itself(new_record: Callable[[str], Path]) -> None:
    """Another that it names, and what the House says to itself, is not asked; each "om" is."""
    asks = (
        "overwegende dat de motie van het lid Bakker over de sluizen is verworpen;\n\n"
        "spreekt uit dat Kamerleden de haven bezoeken;\n\n"
        "verzoekt de regering om de kade te meten en om schippers daarop te blijven wijzen,\n\n"
        "en gaat over tot de orde van de dag."
    )
    draft = ssrpolicy.draft(new_record(MOTION.format(asks=asks)))

    asked = [each.entry for each in draft.proposals if isinstance(each.entry, Request)]
    assert [each.quotes[0].quote.split()[-1] for each in asked] == ["meten", "wijzen"]


LISTED = "verzoekt de regering om:\n- de haven te verdiepen;\n- de sluis te sluiten"


def test_each_item_of_what_a_motion_asks_is_a_request(
    new_record: Callable[[str], Path], drafted: Callable[[str], Draft]
) -> None:
    """In the motion and in a letter about it, where what stands below meets each of them."""
    motion = MOTION.format(asks=f"{LISTED},\n\nen gaat over tot de orde van de dag.")
    letter = (
        f"De motie van het lid Bos {LISTED}.\n\n"
        "De haven wordt in mei 2032 verdiept. De sluis wordt in juni 2032 gesloten."
    )
    for draft in (ssrpolicy.draft(new_record(motion)), drafted(letter)):
        asked = [e.entry for e in draft.proposals if isinstance(e.entry, Request)]
        assert [each.quotes[0].quote for each in asked] == [
            "de haven te verdiepen",
            "de sluis te sluiten",
        ]
    met = {e.entry.request: e.entry for e in draft.proposals if isinstance(e.entry, Disposition)}
    assert [met[each.id].quotes[0].quote for each in asked] == [
        "De haven wordt in mei 2032 verdiept.",
        "De sluis wordt in juni 2032 gesloten.",
    ]
    assert "verzoekt de regering om de sluis te sluiten" in (asked[1].summary.nl or "")
