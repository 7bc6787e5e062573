"""Who moves a motion: the names below it, however its last line ends."""

from ssrpolicy.starting.head import head_of
from tables import each_case

MOTION = (
    "31 999 Havenbeleid\nNr. 12\n{heading}\nVoorgesteld 14 april 2031\nDe Kamer,\n"
    "gehoord de beraadslaging,\nverzoekt de regering de kade te verhogen,\n{end}\n{names}\n"
)
HEADING = "GEWIJZIGDE MOTIE VAN HET LID BOS C.S. TER VERVANGING VAN DIE GEDRUKT ONDER NR. 9"


@each_case("mark", [".", ",", ";", ""])
def test_all_who_sign_move(mark: str) -> None:
    """A comma after the last words does not hide the names below them."""
    end = f"en gaat over tot de orde van de dag{mark}"
    head = head_of(MOTION.format(heading=HEADING, end=end, names="Bos\nVan Kok\n\nNaar boven"))

    assert [each.words for each in head.authors] == ["Bos", "Van Kok"]


def test_what_a_motion_replaces_is_not_part_of_a_name() -> None:
    """Where nobody signs, the names of the heading end before what the motion replaces."""
    heading = HEADING.replace(" C.S.", "")
    head = head_of(
        MOTION.format(heading=heading, end="en gaat over tot de orde van de dag.", names="")
    )

    assert [each.value for each in head.authors] == ["bos"]
    assert str(head.replaces) == "kst-31999-9"
