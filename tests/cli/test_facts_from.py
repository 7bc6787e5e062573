"""--facts-from of `add document`: facts, the place that they come from, and its address."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy.editing import record_to_edit
from ssrpolicy.model import FactsFrom

Run = Callable[..., Result]

ADDRESS = "https://example.org/h-tk-1?stuk=2&nr=3"
MOTION = ("--id", "motion-9", "--kind", "motion", "--outcome", "adopted", "--votes", "76", "74")


@pytest.mark.parametrize(
    "place",
    [
        f"outcome,votes=Handelingen, {ADDRESS}",
        f"outcome,votes=Handelingen,{ADDRESS}",
        f"outcome, votes = Handelingen ; {ADDRESS}",
        f"outcome;votes=Handelingen;{ADDRESS}",
        f"outcome,votes=Handelingen {ADDRESS}",
        f"outcome,votes=Handelingen: {ADDRESS}",
        f"outcome,votes=Handelingen ({ADDRESS})",
        f"outcome,votes=Handelingen <{ADDRESS}>",
        f"outcome,votes=Handelingen|{ADDRESS}",
        f"outcome,votes=Handelingen - {ADDRESS}.",
        f"outcome,votes={ADDRESS}, Handelingen",
        f"outcome,votes={ADDRESS} (Handelingen)",
        f"uitkomst,stemmen=Handelingen, {ADDRESS}",
        f"Uitkomst en stemmen=Handelingen, {ADDRESS}",
        f"Outcome and votes=Handelingen, {ADDRESS}",
        f"outcome,,votes,outcome=Handelingen,  {ADDRESS}",
    ],
)
def test_every_spelling_of_place_and_address_is_read(
    run: Run, letter_copy: Path, place: str
) -> None:
    """Commas, blanks, brackets or dashes stand between; facts are called as people call them."""
    done = run("add", "document", letter_copy, *MOTION, "--facts-from", place)

    assert (done.exit_code, done.stderr) == (0, "")
    assert record_to_edit(letter_copy).document("motion-9").facts_from == (
        FactsFrom(facts=("outcome", "votes"), name="Handelingen", url=ADDRESS),
    )


@pytest.mark.parametrize(
    "name",
    [
        "Handelingen van 20 april 2010, nr. 3",
        "Stemmingen (20 april 2010)",
        "Stemmingenlijst - definitief",
    ],
)
def test_a_place_without_an_address_keeps_its_name(run: Run, letter_copy: Path, name: str) -> None:
    """What stands between two words of a name belongs to it."""
    done = run("add", "document", letter_copy, *MOTION, "--facts-from", f"outcome,votes={name}")

    assert (done.exit_code, done.stderr) == (0, "")
    (place,) = record_to_edit(letter_copy).document("motion-9").facts_from
    assert (place.name, place.url) == (name, None)


@pytest.mark.parametrize(
    "place",
    [
        "Handelingen",
        "=Handelingen",
        "outcome=",
        f"outcome={ADDRESS}",
        f"outcome {ADDRESS}",
        f"outcome: Handelingen, {ADDRESS}",
        f"outcome=Handelingen, {ADDRESS} en {ADDRESS}",
        "outcome=Handelingen, www.example.org/h-tk-1",
        "outcome=Handelingen,example.org/h-tk-1",
        "outcome=Handelingen, ftp://example.org/h",
        "outcome=Handelingen, https:/example.org/h",
        f"outcome=Deel 1, {ADDRESS}, deel 2",
        "colour=Handelingen",
        "out come=Handelingen",
    ],
)
def test_what_cannot_be_told_apart_is_refused_with_the_form(
    run: Run, letter_copy: Path, place: str
) -> None:
    """Nothing is written, and the message shows how it is done."""
    before = (letter_copy / "record.toml").read_bytes()

    done = run("add", "document", letter_copy, *MOTION, "--facts-from", place)

    assert done.exit_code == 2
    assert "'outcome,votes=Proceedings of 20 April 2010, https://...'" in done.stderr
    assert (letter_copy / "record.toml").read_bytes() == before
