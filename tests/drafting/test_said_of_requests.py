"""What a letter says of what was asked, and of what it only names; the letters are invented."""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Answer, Commitment, Confidence, Disposition, Draft, Request, SetAside
from tables import each_case

ASKED = "De motie van het lid Jansen (Kamerstuk 29 521, nr. 13) verzoekt de regering te meten. "
OTHER = "De motie van het lid Bakker (Kamerstuk 29 521, nr. 12) verzoekt de regering te baggeren. "
CLOSING = "Ik beschouw beide moties hierbij als afgedaan."


def answers(draft: Draft) -> list[tuple[str, str]]:
    """Return each answer with the paper that asks."""
    entries = [each.entry for each in draft.proposals]
    return [(str(e.answer), e.quotes[0].quote) for e in entries if isinstance(e, Disposition)]


@pytest.mark.parametrize("between", ["", "Er is geen aanleiding tot zorg over de havens. "])
def test_motions_that_are_closed_together_are_answered(
    drafted: Callable[[str], Draft], between: str
) -> None:
    """Each gets what the words say."""
    found = answers(drafted(f"{OTHER}{ASKED}{between}{CLOSING}"))

    assert [answer for answer, said in found if said == CLOSING] == ["answered_here"] * 2


def test_a_request_has_one_answer(drafted: Callable[[str], Draft]) -> None:
    """The weaker one, with all that is said of it."""
    partly = "Ik kan deze motie echter niet geheel uitvoeren."
    draft = drafted(f"{ASKED}Aan deze motie geef ik uitvoering. {partly}")
    (only,) = [each.entry for each in draft.proposals if isinstance(each.entry, Disposition)]

    assert only.answer is Answer.PARTLY
    assert [each.quote for each in only.quotes] == ["Aan deze motie geef ik uitvoering", partly]


def test_a_reply_in_the_sentence_that_asks_is_quoted_apart(drafted: Callable[[str], Draft]) -> None:
    """Only the words that reply are how it is met."""
    draft = drafted("De motie-Jansen, die verzoekt om een havenverbod: ik ontraad deze motie.")

    assert answers(draft) == [("declined", "ik ontraad deze motie.")]


def test_what_an_adviser_recommends_is_asked_in_each_order_of_words(
    drafted: Callable[[str], Draft],
) -> None:
    """The adviser may stand behind the verb."""
    draft = drafted(
        "Ten eerste beveelt de ombudsman aan de sluis te sluiten. Deze aanbeveling omarm ik."
    )

    assert answers(draft) == [("promised", "Deze aanbeveling omarm ik.")]


@pytest.mark.parametrize(
    "said, answer",
    [
        ("Daarvoor ontbreekt het geld.", "declined"),
        ("Die garantie kan ik niet geven.", "declined"),
        ("Een meting per kwartaal acht ik niet doelmatig.", "declined"),
        ("Deze motie voer ik niet in deze vorm uit.", "declined"),
        ("De regering gaat niet over deze havens.", "declined"),
        ("Dit acht ik onwenselijk.", "declined"),
        ("Het kabinet legt deze motie naast zich neer.", "declined"),
        ("Helaas lukt het mij niet de Kamer hierover te informeren.", "deferred"),
        ("Dat gebeurt inmiddels.", "answered_here"),
        ("Dit wordt niet centraal bijgehouden.", "unanswered"),
    ],
)
def test_what_is_not_given_has_no_verb_of_refusing(
    drafted: Callable[[str], Draft], said: str, answer: str
) -> None:
    """The sentence right after the request says so."""
    assert [each for each, _said in answers(drafted(f"{ASKED}{said}"))] == [answer]


def test_a_sentence_that_only_says_that_the_letter_answers_gives_way_to_a_refusal(
    drafted: Callable[[str], Draft],
) -> None:
    """What is said of the request is that it is refused."""
    refusal = "Aan dit verzoek kan ik niet voldoen."
    found = answers(
        drafted(
            "In het debat heeft het lid Jansen verzocht om de lijst van kades. "
            f"Met deze brief reageer ik op dit verzoek. {refusal}"
        )
    )

    assert found == [("declined", refusal)]


def test_questions_that_stand_together_share_out_what_is_said_behind_them(
    drafted: Callable[[str], Draft],
) -> None:
    """Each question has a sentence of its own."""
    draft = drafted(
        "Kan de minister zeggen hoeveel kades er zijn? Kan de minister zeggen welke sluizen "
        "dicht zijn?\n\nEr zijn vierhonderd kades. De sluizen bij "
        "Delft en Leiden zijn dicht."
    )

    assert sorted(said for _answer, said in answers(draft)) == [
        "De sluizen bij Delft en Leiden zijn dicht.",
        "Er zijn vierhonderd kades.",
    ]


def test_what_a_later_paragraph_says_of_something_else_changes_no_answer(
    drafted: Callable[[str], Draft],
) -> None:
    """The request has its answer right behind it."""
    found = answers(
        drafted(
            "De inspectie adviseert verder de termijn te verkorten. De nieuwe Havenwet voorziet "
            "hierin.\n\nVoor de kades is overleg gaande. Een besluit hierover is aan een volgend "
            "kabinet."
        )
    )

    assert [answer for answer, _said in found] == ["answered_here"]


def test_no_request_is_declined_and_answered(drafted: Callable[[str], Draft]) -> None:
    """What was refused right behind its motion is not answered by what closes both."""
    draft = drafted(
        f"{OTHER}Ik zie geen aanleiding om te baggeren. {ASKED}Er is gemeten. {CLOSING}"
    )
    entries = [each.entry for each in draft.proposals if isinstance(each.entry, Disposition)]
    said = {id: {str(e.answer) for e in entries if e.request == id} for id in
            {e.request for e in entries}}  # fmt: skip

    assert sorted(map(sorted, said.values())) == [["answered_here"], ["declined"]]


@each_case(
    "said, answer",
    [
        ("Met deze brief wordt invulling gegeven aan deze motie.", "answered_here"),
        ("Met deze brief wordt deels invulling gegeven aan deze motie.", "partly"),
        ("Hiermee is de motie voor een deel uitgevoerd.", "partly"),
        (
            "Dit hoort tot de primaire verantwoordelijkheid van de staatssecretaris van Defensie.",
            "unanswered",
        ),
        ("De havens zijn vorig jaar gemeten door de provincie.", "answered_here"),
    ],
)
def test_a_part_is_what_is_called_one(
    drafted: Callable[[str], Draft], said: str, answer: str
) -> None:
    """What somebody else is to answer is not answered here, and not in part."""
    assert [found for found, _said in answers(drafted(ASKED + said))] == [answer]


@pytest.mark.parametrize("asked, sure", [(ASKED, False), ("", True)], ids=["open", "none"])
@pytest.mark.parametrize(
    "said",
    ["Hierbij ontvangt uw Kamer de cijfers over de kade.", "Bijgaand zend ik u het rapport."],
)
def test_what_may_meet_a_request_is_not_surely_set_aside(
    drafted: Callable[[str], Draft], said: str, asked: str, *, sure: bool
) -> None:
    """Where nothing was asked, it is."""
    (found,) = [
        each.confidence
        for each in drafted(asked + said).proposals
        if isinstance(each.entry, SetAside) and each.entry.quote.quote == said
    ]

    assert (found is Confidence.SURE) == sure


@each_case(
    "said",
    [
        "Hierbij deel ik u mee dat ik niet instem met het verzoek.",
        "Ik stem niet in met dit verzoek.",
        "Uw verzoek honoreer ik niet.",
        "Ik kan dan ook niet aan uw verzoek tegemoet komen, maar zal u in mei een brief sturen.",
        "Ik werk niet mee aan dit verzoek.",
        "Naar aanleiding van uw verzoek meld ik u dat ik daaraan niet kan voldoen.",
    ],
)
def test_what_is_refused_is_declined(drafted: Callable[[str], Draft], said: str) -> None:
    """Whatever the verb, and where the refusal stands in a clause of "dat"."""
    draft = drafted(f"De commissie heeft mij verzocht om de haven te sluiten. {said}")

    assert [answer for answer, _said in answers(draft)] == ["declined"]


def test_what_is_refused_in_english_is_declined(english: Callable[[str], Draft]) -> None:
    """One who cannot agree refuses."""
    draft = english("The Committee asked us to close the port. We cannot agree to this request.")

    assert [answer for answer, _said in answers(draft)] == ["declined"]


def test_what_says_that_an_answer_follows_is_none(drafted: Callable[[str], Draft]) -> None:
    """What is asked ends before it, and the day that was asked is nobody's undertaking."""
    asks = "Naar aanleiding van uw verzoek om uiterlijk 3 mei 2032 een plan te sturen"
    draft = drafted(f"{asks}, deel ik u het volgende mede. Aan uw verzoek kan ik niet voldoen.")
    entries = [each.entry for each in draft.proposals]
    (asked,) = (each for each in entries if isinstance(each, Request))

    assert asked.quotes[0].quote.endswith("een plan te sturen")
    assert [answer for answer, _said in answers(draft)] == ["declined"]
    assert not [each for each in entries if isinstance(each, Commitment)]


def test_an_answer_that_is_said_twice_is_one(drafted: Callable[[str], Draft]) -> None:
    """It is quoted in both sentences, and carried by what is undertaken right behind them."""
    draft = drafted(
        "De commissie heeft mij verzocht om een reactie. Het is helaas niet haalbaar gebleken "
        "deze binnen de termijn te sturen. Er is meer tijd nodig. "
        "Ik zal u zo spoedig mogelijk de gevraagde reactie doen toekomen."
    )
    entries = [each.entry for each in draft.proposals]
    (met,) = (each for each in entries if isinstance(each, Disposition))
    (carrier,) = (each for each in entries if isinstance(each, Commitment))

    assert (str(met.answer), len(met.quotes), met.by) == ("deferred", 2, (carrier.id,))
