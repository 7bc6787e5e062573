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


def test_words_like_those_of_a_goal_or_a_condition_leave_a_promise_firm(
    commitments: Commitments, english: Callable[[str], Draft]
) -> None:
    """What is compared, or names the role somebody acts in, sets no condition; a goal is sent."""
    found = commitments(
        "Ik zal zowel de Eerste Kamer als uw Kamer in mei 2033 informeren. Als uw bewindspersoon "
        "zal ik u in juni 2033 een plan sturen. Ik zal in juli 2033 een kaart eraan toevoegen. "
        "Ik wil niet op de uitkomst vooruitlopen en stuur uw Kamer in mei 2033 het rapport."
    )
    more = english(
        "I will set out our ambition in a letter in June 2033. We will publish our target for "
        "2035 in May 2033. I will report in July 2033 on our goal of a safe port."
    ).proposals

    found += [each.entry for each in more if isinstance(each.entry, Commitment)]
    assert [str(each.firmness) for each in found] == ["firm"] * 7


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
        "2033. Mocht uit de monitoring blijken dat dit niet volstaat, dan kom ik met een plan. "
        "Vanaf 1 mei 2033 laat ik de kade slopen. Vanaf 2033 betaal ik de verenigingen."
    )

    courses = ["continuous", "once", "once", "once", "continuous"]
    assert [str(each.course) for each in found] == courses


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
