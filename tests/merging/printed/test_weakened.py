"""A status that words negate or weaken suggests none that says more."""

from merging.printed.entered import entered
from ssrpolicy.similar import nearest
from ssrpolicy.testing import small_record
from tables import each_case

EVERY = "Choose one of: Onbekend, Nog niet begonnen,"


@each_case(
    "text",
    [
        "niet uitgevoerd",
        "nog niet uitgevoerd",
        "niet gedaan",
        "niet afgerond",
        "not done",
        "not finished",
        "onuitgevoerd",
        "Onvoltooid",
        "unfinished",
        "incomplete",
        "niet gehaald",
        "nog niet klaar",
        "niet gestopt",
        "bijna voltooid",
        "is niet afgedaan",
        "niet_voldaan",
        "bekend",
        "incompleet",
        "onvolledig",
        "nietuitgevoerd",
        "deelsnagekomen",
        "niet volledig voldaan",
        "deels in uitvoering",
        "deels begonnen",
        "ongedaan",
    ],
)
def test_a_negated_status_is_refused_with_all_of_them(text: str) -> None:
    """Which one "niet uitgevoerd" means the words do not say, but it is not "Voldaan"."""
    (refusal,) = entered(small_record(), "nl", claimed=text).refusals
    assert str(refusal.hint).startswith(EVERY), refusal.hint


@each_case("text", ["onbevestigd", "niet bevestigd", "not confirmed", "unconfirmed"])
def test_negated_evidence_is_refused_with_all_of_it(text: str) -> None:
    """No evidence is not evidence."""
    (refusal,) = entered(small_record(), "nl", evidence=text).refusals
    assert str(refusal.hint).startswith("Choose one of: Niet beoordeeld"), refusal.hint


@each_case(
    "text, meant",
    [
        ("half uitgevoerd", "Deels voldaan"),
        ("grotendeels uitgevoerd", "Deels voldaan"),
        ("mostly done", "Deels voldaan"),
        ("deels uitgevoert", "Deels voldaan"),
        ("neit begonnen", "Nog niet begonnen"),
        ("niet begonen", "Nog niet begonnen"),
        ("nog niet gestrat", "Nog niet begonnen"),
        ("niet voortgzet", "Niet voortgezet"),
        ("word uitgevoerd", "In uitvoering"),
        ("wordt uitgevoert", "In uitvoering"),
        ("inuitvoering", "In uitvoering"),
        ("unknwon", "Onbekend"),
        ("volledig voldaan", "Voldaan"),
        ("geheel afgerond", "Voldaan"),
        ("ten dele afgerond", "Deels voldaan"),
        ("half", "Deels voldaan"),
        ("deelsvoldaan", "Deels voldaan"),
        ("nietbegonnen", "Nog niet begonnen"),
        ("partlyfulfilled", "Deels voldaan"),
    ],
)
def test_a_weakened_or_misspelt_status_suggests_the_one_that_says_as_much(
    text: str, meant: str
) -> None:
    """What is done in part is "Deels voldaan", whatever was done in part."""
    (refusal,) = entered(small_record(), "nl", claimed=text).refusals
    assert refusal.hint == f"Did you mean {meant}?"


def test_after_what_says_the_opposite_the_next_that_is_close_is_suggested() -> None:
    """A name that only looks negated is not in the way of another."""
    names = ["onderwijs-nl", "derwijs", "zorg"]
    for n in (1, 3):
        assert nearest("onderwijs", names, n=n) == ["onderwijs-nl"]
