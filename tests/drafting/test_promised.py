"""Promises in the words of somebody else, and promises within a wish; the letters are invented."""

from collections.abc import Callable

from ssrpolicy.model import Commitment, Draft, Position
from tables import each_case

Commitments = Callable[[str], list[Commitment]]


@each_case(
    "said, owners",
    [
        ("In deze brief zegt hij toe dat het kabinet dit najaar een plan stuurt.", ["nl-regering"]),
        ("Hierbij zegt de Staatssecretaris toe het plan voor de zomer te delen.", []),
        ("Daarom zegt de Minister van Defensie toe de kade te verhogen.", ["minister-defensie"]),
        ("Hierbij zeggen zij toe het plan te delen.", []),
    ],
)
def test_a_promise_that_is_told_in_the_present_is_one(
    commitments: Commitments, said: str, owners: list[str]
) -> None:
    """Whoever makes it, and wherever the verb stands."""
    (found,) = commitments(said)

    assert (found.firmness, list(found.owners)) == ("firm", owners)


@each_case(
    "said",
    [
        "Hij zegt niet toe dat de haven opengaat.",
        "Daarmee zegt de Minister geen bijdrage toe.",
        "Het kabinet beoogt geen verdere wijziging.",
        "Ik streef geen wijziging na.",
        "Wij voorzien geen aanpassing van de wet.",
    ],
)
def test_what_is_not_promised_is_not_a_commitment(commitments: Commitments, said: str) -> None:
    """Nor what somebody does not aim for."""
    assert commitments(said) == []


def test_what_is_refused_in_dutch_stands_apart_as_well(drafted: Callable[[str], Draft]) -> None:
    """It is a position before the commitment, which has the subject in its quote."""
    refused = "Wij stellen geen wijziging voor"
    said = f"{refused} en zullen het verslag aan de Kamer blijven sturen."
    entries = [each.entry for each in drafted(said).proposals]

    assert [e.quotes[0].quote for e in entries if isinstance(e, Position)] == [refused]
    assert [e.quotes[0].quote for e in entries if isinstance(e, Commitment)] == [said]


@each_case(
    "said, firmness",
    [
        ("Wij willen komen tot een agenda die we u in mei zullen toezenden.", "firm"),
        ("We hopen op een advies, waarover wij u in mei zullen informeren.", "firm"),
        ("Ik heb een plan dat ik zo mogelijk in mei zal sturen.", "aspirational"),
        ("We hopen op een advies, waarover wij u zo mogelijk zullen informeren.", "aspirational"),
        ("Ik verwacht dat wij u in mei zullen informeren.", "aspirational"),
    ],
)
def test_what_is_done_with_what_is_only_wished_for_is_firm(
    commitments: Commitments, said: str, firmness: str
) -> None:
    """The words of the wish weaken their own clause, and no other."""
    assert firmness in [each.firmness for each in commitments(said)]


@each_case(
    "said",
    [
        "Er is getracht de haven te openen, en ik zal de Kamer hierover in mei 2033 informeren.",
        "Nadat tevergeefs is gepoogd dit te regelen, stuur ik u de nota in mei 2033.",
        "Zoals eerder is geprobeerd, zal ik de haven in mei 2033 openen.",
        "Er wordt getracht de haven te openen, en ik zal de Kamer in mei 2033 informeren.",
        "Mijn voorganger zegde dit toe, en ik stuur u de nota in mei 2033.",
    ],
)
def test_what_was_tried_or_promised_before_weakens_no_promise(
    commitments: Commitments, said: str
) -> None:
    """It stands in another clause, and the promise keeps its term."""
    (made,) = commitments(said)

    assert made.firmness == "firm"
    assert made.timeframe is not None
    assert made.timeframe.phrase == "in mei 2033"


def test_who_promises_stands_where_a_clause_ends(commitments: Commitments) -> None:
    """What somebody does with a thing is named by the thing, and has who does it as its owner."""
    (made,) = commitments("De haven die ik bouw, is in mei 2033 klaar.")

    assert made.owners == ("minister-ienw",)
