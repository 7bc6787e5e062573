"""Two things that a sentence undertakes in subordinate clauses, and lists in short letters."""

from collections.abc import Callable

from ssrpolicy.model import Commitment, Draft


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
