"""How firmly a sentence undertakes something, how often, and what is said of why; invented."""

from collections.abc import Callable

from ssrpolicy.model import Commitment, Draft, LocalText

Commitments = Callable[[str], list[Commitment]]


def test_words_of_a_goal_or_a_condition_weaken_what_is_undertaken(commitments: Commitments) -> None:
    """Who aims for something, or acts only if something goes well, has not promised it."""
    found = commitments(
        "Het kabinet mikt op een akkoord voor de zomer. Wij werken eraan dat in 2033 elke haven "
        "een kraan heeft. Bij voldoende belangstelling open ik in 2033 een tweede haven. Ik zal "
        "met de provincies mogelijk kansrijke havens uitwerken. Als uw Kamer instemt, wordt de "
        "haven verbreed."
    )

    firmness = ["aspirational", "aspirational", "conditional", "firm", "conditional"]
    assert [str(each.firmness) for each in found] == firmness


def test_an_english_goal_is_no_promise(english: Callable[[str], Draft]) -> None:
    """Who strives or aims for something has it as a goal."""
    found = english(
        "The Netherlands strives for a common position. The Government is aiming for an agreement "
        "before the summer. Our goal is to halve the number of accidents by 2035."
    ).proposals

    entries = [each.entry for each in found]
    firmness = [str(each.firmness) for each in entries if isinstance(each, Commitment)]
    assert firmness == ["aspirational"] * 3


def test_what_is_done_from_a_day_on_goes_on(commitments: Commitments) -> None:
    """What changes on that day, changes once; results of a monitor are known once."""
    found = commitments(
        "Vanaf 2033 ontvangen alle havens een bijdrage. Ik verhoog de bijdrage vanaf 1 januari "
        "2033. Mocht uit de monitoring blijken dat dit niet volstaat, dan kom ik met een plan."
    )

    assert [str(each.course) for each in found] == ["continuous", "once", "once"]


def test_why_names_the_words_that_weaken(drafted: Callable[[str], Draft]) -> None:
    """A reader sees what made it less firm than its verb; nothing is said where the verb did."""
    found = drafted(
        "Naar verwachting zal ik de sluis in mei openen. Ik streef ernaar de haven te verdiepen. "
        "Ik zal de kade in juni verhogen."
    ).proposals

    commitments = [each for each in found if isinstance(each.entry, Commitment)]
    why = [each.why.nl or "" for each in commitments if isinstance(each.why, LocalText)]
    assert ["minder stellig door de woorden" in each for each in why] == [True, False, False]
    assert "“Naar verwachting”" in why[0]
