"""The contract of rules holds for a rule that is right, and finds what is wrong with another."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar, Literal

import pytest
from attrs import evolve, frozen

from ssrpolicy.errors import PluginError
from ssrpolicy.model import PolicyRecord
from ssrpolicy.reporting import Remark, judged, option, portfolio_rule, rule
from ssrpolicy.reporting.portfolio import read_portfolio
from ssrpolicy.testing import RuleContract, empty_record, registry, small_record

DOUBT = "Doubt is noted."


@rule("acme-doubted", "note")
def doubted(record: PolicyRecord) -> Iterator[Remark]:
    """A statement has a doubt.

    What to do: ask who made the statement.
    """
    for statement in record.statements:
        if statement.doubt is not None:
            yield Remark.of(record, statement, DOUBT, field="doubt")


@portfolio_rule("acme-twice", "warning")
def twice(records: tuple[PolicyRecord, ...]) -> Iterator[tuple[PolicyRecord, Remark]]:
    """Two records have one title.

    What to do: give one of the two another title.
    """
    for number, record in enumerate(records):
        if any(each.title == record.title for each in records[:number]):
            yield record, Remark(message="The title is that of another record.")


class TestDoubted(RuleContract):
    """The contract, on a rule of one record; the fixture's record by its path."""

    rule = doubted
    good = (empty_record(),)
    bad = (small_record(), Path(__file__).parents[2] / "src/ssrpolicy/testing/small")


class TestTwice(RuleContract):
    """The contract, on a rule over several records."""

    rule = twice
    good = (small_record(), (small_record(), evolve(empty_record(), title=None)))
    bad = ((small_record(), evolve(small_record(), id="other")),)


@frozen(kw_only=True)
class ManyOptions:
    """From how many statements on a record has many, and how that is said."""

    most: int = option(1000, help="The most statements that are not many.")
    words: Literal["few", "none"] = option("few", help="How much is said.")


@rule("acme-many", "note", options=ManyOptions)
def many(record: PolicyRecord, options: ManyOptions) -> Iterator[Remark]:
    """A record has many statements.

    What to do: nothing.
    """
    if options.words == "none":
        return
    if len(record.statements) > options.most:
        yield Remark(message="It has many statements.")


class TestMany(RuleContract):
    """The contract, with an option without which the bad record would be good."""

    rule = many
    given: ClassVar = {"most": 1}
    good = (empty_record(),)
    bad = (small_record(),)


TestManyInOneLine = RuleContract.of(
    many, good=[empty_record()], bad=[small_record()], given={"most": "1"}
)


def made(
    remarks: Callable[..., Any], page: str = "A page.\n\nWhat to do.", **options: Any
) -> type[RuleContract]:
    """The contract of a rule made of a function, with the small record as one that is bad."""
    remarks.__doc__ = page
    members = {"rule": rule("acme-faulty", "note", **options)(remarks), "bad": (small_record(),)}
    return type("Contract", (RuleContract,), members)


def _place_less(record: PolicyRecord) -> Iterator[Remark]:
    yield Remark(message="No place.", subject=record.full_id("report"))


def _silent(_record: PolicyRecord) -> Iterator[Remark]:
    yield from ()


def _crashing(record: PolicyRecord) -> Iterator[Remark]:
    yield Remark.of(record, "report", "Only the small one has it.")


def _mumbling(_record: PolicyRecord) -> Iterator[Remark]:
    yield Remark(message="geen zin")


def _printing(_record: PolicyRecord) -> Iterator[Remark]:
    print("Bezig ...")  # noqa: T201 - the fault that is tried
    yield Remark(message="A sentence.")


SEEN: list[str] = []


def _counting(record: PolicyRecord) -> Iterator[Remark]:
    SEEN.append(record.id)
    yield Remark(message=f"It is number {len(SEEN)}.")


@frozen(kw_only=True)
class Loud:
    """Of the two choices one fails."""

    voice: Literal["soft", "loud"] = option("soft", help="How it is said.")


def _loud(_record: PolicyRecord, options: Loud) -> Iterator[Remark]:
    yield Remark(message={"soft": "A sentence."}[options.voice])


@frozen(kw_only=True)
class Wordless:
    """Options without a word."""

    days: int = option(3, help="")


@pytest.mark.parametrize(
    "contract, test, message",
    [
        (made(_silent), "test_it_finds_what_is_wrong", "nothing in the bad record 1"),
        (made(_place_less), "test_each_finding_has_its_place", "Remark.of(record, entry"),
        (made(_crashing), "test_it_judges_any_record", "empty has no entry 'report'"),
        (made(_mumbling), "test_its_messages_are_sentences", "full stop: 'geen zin'"),
        (made(_counting), "test_the_same_records_give_the_same_findings", "in another order"),
        (made(_mumbling, "no sentence"), "test_its_page_explains_it", "begin with a sentence"),
        (made(_mumbling, "A sentence."), "test_its_page_explains_it", "say too what to do"),
        (
            made(lambda _record, _options: (), options=Wordless),
            "test_each_option_is_explained",
            "the option days has no help",
        ),
        (made(_loud, options=Loud), "test_each_choice_of_an_option_is_judged_by", "KeyError"),
    ],
)
def test_a_fault_of_a_rule_is_found(contract: type[RuleContract], test: str, message: str) -> None:
    """The test that finds it says what."""
    with pytest.raises(AssertionError) as failed:
        getattr(contract(), test)()

    assert message in str(failed.value)


def test_a_finding_in_a_good_record_is_a_fault() -> None:
    """A rule that sees what is not there fails."""
    contract = made(_mumbling)
    contract.good = (small_record(),)

    with pytest.raises(AssertionError, match="in the good record 1: note acme-faulty"):
        contract().test_it_finds_nothing_in_good_records()


def test_printing_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output and standard error are the host's."""
    with pytest.raises(AssertionError, match="the rule printed 'Bezig"):
        made(_printing)().test_it_prints_nothing(capsys)


def test_a_registry_of_what_is_not_installed_judges_and_reports(letter: Path) -> None:
    """It goes wherever a registry goes, and has nothing else in it."""
    made = registry(rules=[doubted, twice])

    found = [f.code for f in judged([small_record()], more_rules=made.rules)]
    read = read_portfolio([letter], more_rules=made.rules).findings

    assert made.reporters == ()
    assert "acme-doubted" in found
    assert {f.code for f in read} >= {"acme-doubted"}


def test_a_registry_refuses_what_does_not_fit() -> None:
    """The cause is that which an author would read of an installed plugin."""
    with pytest.raises(PluginError, match="has a rule of that code"):
        registry(rules=[rule("quote-missing", "error")(_silent)])
    with pytest.raises(PluginError, match=r"it has no name.*\.$"):
        registry(object())  # type: ignore[arg-type]  # that what is not a rule is refused is tested


def test_a_rule_is_tested_in_one_line() -> None:
    """``RuleContract.of`` makes the class that one would write."""
    made = RuleContract.of(doubted, good=[small_record()], bad=["records"])

    assert issubclass(made, RuleContract)
    assert (made.rule, made.good, made.bad) == (doubted, [small_record()], ["records"])


@rule("acme-this-year", "note")
def this_year(record: PolicyRecord) -> Iterator[Remark]:
    """A record is read in a year.

    What to do: nothing.
    """
    yield Remark(message=f"{record.id} is read in {dt.date.today().year}.")  # noqa: DTZ011 - that it asks for today is the fault that is tried


@rule("acme-at-home", "note")
def at_home(record: PolicyRecord) -> Iterator[Remark]:
    """A record is read at home.

    What to do: nothing.
    """
    yield Remark(message=f"{record.id} is read at {os.environ.get('HOME')}.")


@pytest.mark.parametrize(
    "faulty, test, name",
    [
        (this_year, "test_it_asks_no_clock", "date.today"),
        (at_home, "test_it_reads_no_environment", "HOME"),
    ],
)
def test_a_rule_that_asks_what_day_or_machine_it_is_is_found(
    faulty: Any, test: str, name: str
) -> None:
    """Its findings would be others tomorrow, or elsewhere."""
    contract = RuleContract.of(faulty, bad=[small_record()])()

    with pytest.raises(AssertionError, match=f"it (asks|reads) the .*{name}"):
        getattr(contract, test)()
