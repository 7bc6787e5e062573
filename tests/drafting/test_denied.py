"""What is refused, not promised, not known or only doubted is never drafted as undertaken.

The sentences are invented.
"""

from collections.abc import Callable

import pytest

from ssrpolicy.drafting.cues.quantities import quantities_in
from ssrpolicy.drafting.cues.rules import rules
from ssrpolicy.model import Commitment, Draft
from tables import each_case

DENIED_EN = [
    "I cannot promise that 12,000 quays will be completed in 2032.",
    "I do not promise that the bridge will open in 2033.",
    "I am unable to guarantee that the line opens before 1 March 2032.",
    "I cannot commit to sending the report before 1 July 2032.",
    "We have no plans to change the law in 2032.",
    "We are not convinced that the Department will complete the work in 2032.",
    "It is unlikely that the quay will be completed by May 2032.",
    "I doubt that the works will be completed in 2032.",
    "I decline to give an undertaking on this.",
    "I do not rule out that the port will be closed in 2032.",
    "Nobody can promise that the works will be completed in 2032.",
    "The municipality intends that the quay will be completed in 2032.",
]
DENIED_NL = [
    "Ik doe geen toezegging over 2033.",
    "Ik beloof niets.",
    "Ik weiger de kade in 2032 te verhogen.",
    "Ik zie af van een verhoging van de kade in 2032.",
    "Ik betwijfel of de kade in 2032 wordt verhoogd.",
    "Ik verwacht niet dat de nota in mei 2032 naar uw Kamer wordt gestuurd.",
    "Er is nog niet besloten of de haven in 2032 wordt gesloten.",
    "Nooit zal ik de haven sluiten.",
    "In geen geval sluit ik in 2032 de haven.",
    "Ik laat de haven in 2032 niet sluiten.",
    "Uw Kamer wordt hierover niet ge\u00efnformeerd.",
    "De gemeente stuurt uw Kamer in mei 2032 een brief.",
]
UNDERTAKEN = [
    ("en", "I have no doubt that we will publish the plan in May 2032."),
    ("en", "I will publish the plan no later than 1 May 2032."),
    ("en", "I will explain in May 2032 why this cannot be done."),
    ("en", "We propose no change and will send the record to the Committee."),
    ("nl", "Ik zal uw Kamer in mei 2032 uitleggen waarom dit niet kan."),
    ("nl", "Dit doet er niet aan af dat Nederland scherp blijft toezien op de havens."),
    # What is denied is done no more, or somebody gives his word that it will not be so.
    ("en", "I undertake not to close the port."),
    ("en", "The Government undertakes never to sell the port."),
    ("en", "I guarantee that no port will be closed."),
    ("nl", "Hierbij zeg ik toe de haven niet te sluiten."),
    ("nl", "Ik zeg toe geen besluit te nemen voordat het debat is gevoerd."),
    ("nl", "Ik beloof u dat ik de haven niet zal sluiten."),
    ("nl", "De havens rapporteren mij in mei; ik stuur u dat rapport."),
]
TERMS = [
    ("Ik stuur u de evaluatie niet in mei, maar in juni.", ("in juni", "2032-06")),
    ("Ik stuur u de evaluatie binnen zes weken daarna.", ("binnen zes weken daarna", "None")),
    ("Ik stuur u de evaluatie binnen zes weken.", ("binnen zes weken", "2031-10-15")),
]


def _fits(sentence: str, language: str) -> bool:
    """Return whether a rule finds an undertaking in a sentence, without looking at its term."""
    return any(
        rule.kind == "commitment" and rule.match(sentence) is not None
        for rule in rules("commitments", language)
    )


@each_case(
    "language, said", [*(("en", each) for each in DENIED_EN), *(("nl", each) for each in DENIED_NL)]
)
def test_no_rule_finds_an_undertaking_in_what_is_denied(language: str, said: str) -> None:
    """Whatever its term is, and whichever word of it looks like a promise."""
    assert not _fits(said, language)


@each_case("language, said", UNDERTAKEN)
def test_a_denial_elsewhere_leaves_the_undertaking(language: str, said: str) -> None:
    """What is denied is a later day, a doubt, a reason or another verb."""
    assert _fits(said, language)


@each_case("said, term", TERMS)
def test_a_term_is_the_one_that_is_not_denied(
    drafted: Callable[[str], Draft], said: str, term: tuple[str, str]
) -> None:
    """What counts from another sentence has no date, and what is done in June is not due in May."""
    (made,) = [e.entry for e in drafted(said).proposals if isinstance(e.entry, Commitment)]

    assert made.timeframe is not None
    assert (made.timeframe.phrase, str(made.timeframe.date)) == term


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_refusal_of_the_writer_is_a_position(
    english: Callable[[str], Draft], drafted: Callable[[str], Draft], language: str
) -> None:
    """It says what somebody does not do, which is more than a claim and less than a promise."""
    refused = {
        "en": [*DENIED_EN[:5], "I will not introduce a levy.", "I am not in favour."],
        "nl": [*DENIED_NL[:4], "Ik zal geen heffing invoeren.", DENIED_NL[7]],
    }[language]
    draft = (english if language == "en" else drafted)(" ".join(refused))

    kinds = [each.kind for each in draft.proposals if each.kind in {"position", "commitment"}]
    assert kinds == ["position"] * len(refused)


@pytest.mark.parametrize(
    "language, said, how",
    [
        (
            "en",
            "I expect the results in May and will inform the House before the recess.",
            ("firm", "once"),
        ),
        (
            "nl",
            "Ik verwacht de cijfers in mei en zal uw Kamer hierover voor de zomer informeren.",
            ("firm", "once"),
        ),
        ("en", "I undertake to discuss this with the ports.", ("firm", "once")),
        (
            "en",
            "The Agency strives to settle each case before the end of 2032.",
            ("aspirational", "once"),
        ),
        (
            "nl",
            "Ik stuur dit met de eerste jaarlijkse cijfers voor mei 2032 naar uw Kamer.",
            ("firm", "once"),
        ),
        ("nl", "De minister onderzoekt of havens dit kunnen handhaven.", ("exploratory", "once")),
    ],
)
def test_a_word_of_another_verb_says_nothing_of_the_undertaking(
    english: Callable[[str], Draft],
    drafted: Callable[[str], Draft],
    language: str,
    said: str,
    how: tuple[str, str],
) -> None:
    """How firm it is and how often it is done is said by its own words."""
    draft = (english if language == "en" else drafted)(said)

    (made,) = [each.entry for each in draft.proposals if isinstance(each.entry, Commitment)]
    assert (str(made.firmness), str(made.course)) == how


@pytest.mark.parametrize("amount", ["Naar schatting 61 miljoen euro", "estimated EUR 61 million"])
def test_an_estimated_amount_is_about_that_much(amount: str) -> None:
    """It is not exactly that much."""
    (found,) = quantities_in(amount, "nl" if "euro" in amount else "en")

    assert found.about == 61_000_000


def test_who_acts_may_have_two_offices(english: Callable[[str], Draft]) -> None:
    """The term before them is that of what they will do."""
    said = "On 25 May 2032, my colleague the Minister for Ports and Locks will meet the Committee."
    (made,) = [e.entry for e in english(said).proposals if isinstance(e.entry, Commitment)]

    assert made.timeframe is not None
    assert made.timeframe.phrase == "On 25 May 2032"
