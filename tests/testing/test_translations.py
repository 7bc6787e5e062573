"""Catalogues of plugins: a fault in a translation stops nothing, and the contract sees it."""

from collections.abc import Callable
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from ssrpolicy import ArgumentError
from ssrpolicy.messages import messages_in
from ssrpolicy.reporting import Catalogue
from ssrpolicy.testing import ReporterContract

REPORTER = """
class Days:
    name = "days"
    summary = "Days."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
"""
_NUMBERS = count()
Make = Callable[[str], Catalogue]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """A package with a catalogue, in which the Dutch of a message is as given."""

    def made(dutch: str) -> Catalogue:
        name = f"acme_of_translations_{next(_NUMBERS)}"
        folder = tmp_path / name / "locale" / "nl" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (tmp_path / name / "__init__.py").write_text(REPORTER, encoding="utf-8")
        catalogue = Catalog(locale="nl")
        catalogue.add("Due on {day}.", dutch)
        catalogue.add(("{number} day of {who}", "{number} days of {who}"), (dutch, dutch))
        with (folder / f"{name}.mo").open("wb") as file:
            write_mo(file, catalogue)
        monkeypatch.syspath_prepend(str(tmp_path))
        return Catalogue(name)

    return made


@pytest.mark.parametrize("dutch", ["Op {dag}.", "Op {day.", "Op {}.", "Op {day.maand}."])
def test_a_translation_with_other_holes_is_said_in_english(make: Make, dutch: str) -> None:
    """The message is made, and the report goes on."""
    _ = make(dutch)

    with messages_in("nl"):
        assert _("Due on {day}.", day="1 May") == "Due on 1 May."
        counted = _.plural("{number} day of {who}", "{number} days of {who}", 2, who="Ann")
    assert counted == "2 days of Ann"


def test_a_message_of_which_a_hole_is_not_filled_is_named() -> None:
    """As the author's own slip, with the hole."""
    with pytest.raises(ArgumentError) as refused:
        Catalogue("acme")("Due on {day}.", dag=1)

    assert refused.value.message == (
        "The message 'Due on {day}.' cannot be filled: nothing is given for {day}."
    )


def test_the_contract_sees_a_translation_with_other_holes(make: Make) -> None:
    """One that leaves a hole out is fine."""

    class Contract(ReporterContract):
        """The contract of the reporter of a package."""

    def judged(dutch: str) -> None:
        package = make(dutch)._package  # noqa: SLF001 - the name that the fixture chose
        Contract.reporter = import_module(package).Days()
        Contract().test_its_translations_have_the_holes_of_the_english()

    judged("Vandaag.")
    with pytest.raises(
        AssertionError, match=r"translation of 'Due on \{day\}.' has the hole {wie}"
    ):
        judged("Op {day}, {wie}.")
