"""Two things that a sentence undertakes in subordinate clauses, and lists in short letters."""

from collections.abc import Callable

from ssrpolicy.model import Commitment, Draft, Firmness


def test_each_clause_with_dat_is_a_commitment(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """The second one need not be about who writes: a thing that will begin is undertaken too."""
    found = commitments(
        "Ik deel u mee dat ik de nota in april 2032 zal sturen en dat de uitvoering in mei 2032 "
        "zal aanvangen."
    )

    assert [each.quotes[0].quote.split()[-1] for each in found] == ["sturen", "aanvangen."]
    assert [str(each.timeframe and each.timeframe.date) for each in found] == ["2032-04", "2032-05"]


def test_what_the_house_is_sent_in_a_relative_clause_is_undertaken_besides(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """It has the term of its own clause, and the plan itself is only an aim."""
    found = commitments(
        "De komende maanden wil ik met de schippers komen tot een havenplan dat ik uw Kamer in mei "
        "2032 zal toezenden."
    )

    assert [each.firmness for each in found] == [Firmness.ASPIRATIONAL, Firmness.FIRM]
    assert [str(each.timeframe and each.timeframe.date) for each in found] == ["None", "2032-05"]


def test_who_comes_back_to_something_is_who_acts_before_that(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """The clause has no subject of its own."""
    found = commitments("Ik zal dit bij de begroting betrekken en kom daar in mei 2032 op terug.")

    assert [each.owners for each in found] == [found[0].owners, found[0].owners]
    assert found[1].timeframe is not None
    assert found[1].timeframe.phrase == "in mei 2032"


def test_a_day_before_a_second_verb_is_that_of_this_verb(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """What is done soon has no day by it, and what follows it does."""
    found = commitments("Ik start zo spoedig mogelijk en uiterlijk 1 juli 2032 gaat de wet in.")

    assert [each.timeframe and each.timeframe.phrase for each in found] == [
        "zo spoedig mogelijk",
        "uiterlijk 1 juli 2032",
    ]


def test_a_short_letter_with_a_list_of_names_is_in_its_language(
    drafted: Callable[[str], Draft],
) -> None:
    """Names are words of no language: a list of them says nothing against Dutch."""
    names = "".join(
        f"- {each} Haven, Lagemeer Kade {each}, Steenburg Sluis {each} Oost\n"
        for each in ("Noord", "Zuid", "Oost", "West", "Binnen", "Buiten", "Nieuwe", "Oude")
    )
    draft = drafted(f"Ik zal uw Kamer in mei 2032 informeren over deze havens:\n{names}")

    assert any(each.kind == "commitment" for each in draft.proposals)


def test_a_second_verb_without_a_subject_is_a_promise_behind_an_intention(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """The intention is only that, and who acts is who acts before it."""
    found = commitments(
        "Ik ben voornemens die taak te verduidelijken en zal dit in mei 2032 agenderen."
    )

    assert [each.firmness for each in found] == [Firmness.ASPIRATIONAL, Firmness.FIRM]
    assert found[1].owners == found[0].owners


def test_a_second_verb_of_another_subject_is_no_promise_of_the_first(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """What a harbour does that is spoken of within the clause is not done by who writes."""
    found = commitments("Ik zorg ervoor dat de haven dieper wordt en zal groeien.")

    assert len(found) == 1


def test_nouns_that_look_like_a_second_verb_are_none(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """Inquiries are sent as reports are; what is looked into stands behind the verb."""
    found = commitments(
        "Ik zal u in mei 2032 de rapporten en onderzoeken sturen. "
        "Ik zal de kades meten en onderzoeken of de haven dieper kan."
    )

    assert [each.firmness for each in found] == [Firmness.FIRM, Firmness.FIRM, Firmness.EXPLORATORY]
