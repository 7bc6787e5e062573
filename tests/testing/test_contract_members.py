"""The contract finds a reporter that says of itself what does not hold."""

from enum import StrEnum
from typing import Any

import pytest
from attrs import frozen

from faithful import Faithful, Fault, complaint
from ssrpolicy.reporting import Report, option
from ssrpolicy.testing import (
    CommandContract,
    DrafterContract,
    ReaderContract,
    ReporterContract,
    RuleContract,
)
from tables import each_case


class Wordless(Faithful):
    """Says of itself too little."""

    summary = "summaries"


@frozen(kw_only=True)
class Unexplained:
    """Options without a word of help."""

    depth: int = option(1, help="")


class Mysterious(Faithful):
    """Has an option that nobody explains."""

    options = Unexplained


class Order(StrEnum):
    """The orders in which the summaries can stand."""

    READING = "reading"
    OWNER = "owner"


@frozen(kw_only=True)
class Undecided:
    """An option whose default is not a value of it."""

    depth: int = option(default=True, help="How deep it goes.")


@frozen(kw_only=True)
class Ordered:
    """An option with two choices, one of which nobody tried."""

    order: Order = option(Order.READING, help="The order of the summaries.")
    title: str | None = option(None, help="What stands above them.")


class Wavering(Faithful):
    """Has an option that cannot be given its own default."""

    options = Undecided


class Untried(Faithful):
    """Fails when one of its choices is asked."""

    options = Ordered

    def _text(self, report: Report[Any]) -> str:
        if report.options.order is Order.OWNER:
            raise NotImplementedError("by owner")
        return super()._text(report)


class Misnamed(Faithful):
    """Gives its files a suffix that is another format's."""

    media_type = "application/json"


class Pretending(Faithful):
    """Says that its text is JSON."""

    suffix = "json"
    media_type = "application/json"


class Unmarked(Faithful):
    """States a mark, and does not write it."""

    mark = b"-- made by faithful --"


class Newer(Faithful):
    """Is written for a later contract."""

    api = 2


FAULTS: dict[str, Fault] = {
    "summary": (
        Wordless(),
        ReporterContract.test_its_summary_is_a_sentence,
        "the summary is not a sentence: 'summaries'",
    ),
    "option": (
        Mysterious(),
        ReporterContract.test_each_option_is_explained,
        "the option depth has no help",
    ),
    "default": (
        Wavering(),
        ReporterContract.test_each_option_can_be_given_as_its_default,
        "the default of Undecided.depth is True; it takes a whole number",
    ),
    "choice": (
        Untried(),
        ReporterContract.test_each_choice_of_an_option_is_written,
        "NotImplementedError: by owner",
    ),
    "suffix": (
        Misnamed(),
        ReporterContract.test_its_suffix_and_media_type_fit,
        "files of application/json end in .json, and not in .txt",
    ),
    "media type": (
        Pretending(),
        ReporterContract.test_its_suffix_and_media_type_fit,
        "it is not JSON: Expecting value",
    ),
    "mark": (
        Unmarked(),
        ReporterContract.test_its_suffix_and_media_type_fit,
        "the mark b'-- made by faithful --' is not among its first 4,096 bytes",
    ),
    "version": (
        Newer(),
        ReporterContract.test_it_has_the_members_of_a_reporter,
        "written for version 2 of the contract",
    ),
}


@each_case("case", FAULTS)
def test_what_does_not_hold_is_named(case: str) -> None:
    """A summary, an option, a suffix, a media type or a version that does not hold is named."""
    reporter, broken, expected = FAULTS[case]

    assert expected in complaint(reporter, broken)


def test_a_default_can_be_typed() -> None:
    """Defaults of every type, nothing among them, can be given as they are."""
    contract = type("Contract", (ReporterContract,), {"reporter": Untried()})()

    contract.test_each_option_can_be_given_as_its_default()


@each_case(
    "contract, member",
    [
        (ReporterContract, "reporter"),
        (ReaderContract, "samples"),
        (DrafterContract, "texts"),
        (RuleContract, "rule"),
        (CommandContract, "command"),
    ],
)
def test_a_member_that_is_not_set_is_named(contract: type, member: str) -> None:
    """Its author reads which it is and where that is explained; other names are as ever."""
    mine = type("TestMine", (contract,), {})()
    said = f"TestMine sets no {member}; {contract.__name__} says what that is"

    with pytest.raises(AssertionError, match=said):
        getattr(mine, member)
    assert not hasattr(mine, "nothing")
