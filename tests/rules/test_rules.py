"""What a rule is, and that the rules of this distribution are whole."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest

from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import messages_in
from ssrpolicy.model import LANGUAGES, Claim, Finding, PolicyRecord, Severity
from ssrpolicy.rules import (
    PORTFOLIO_RULES,
    RULES,
    PortfolioRule,
    Remark,
    Rule,
    findings,
    portfolio_rule,
    rule,
)
from ssrpolicy.rules.messages import in_full
from tables import each_case

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]

EVERY: tuple[Rule | PortfolioRule, ...] = (*RULES, *PORTFOLIO_RULES)


def test_each_code_has_one_rule() -> None:
    """No code is given twice, and rules come by code."""
    codes = [each.code for each in RULES]

    assert codes == sorted(codes)
    assert len({each.code for each in EVERY}) == len(EVERY)


@each_case("each", EVERY, ids=lambda each: each.code)
def test_each_page_says_what_is_wrong_with_an_example_and_what_to_do(
    each: Rule | PortfolioRule,
) -> None:
    """A rule's docstring is its reference page."""
    assert each.summary.endswith(".")
    assert "\nExample: " in each.page
    assert "\nWhat to do: " in each.page


def test_a_rule_of_ones_own_is_made_of_a_function(record: Records, claim: Claims) -> None:
    """A function that yields remarks becomes a rule, and its docstring the page."""

    @rule("claim-told", Severity.NOTE)
    def claim_told(record: PolicyRecord) -> Iterator[Remark]:
        """Every claim is told."""
        for index, statement in enumerate(record.statements):
            yield Remark(subject=statement.id, message="A claim.", place=("statements", index))

    assert isinstance(claim_told, Rule)
    assert claim_told.summary == "Every claim is told."
    assert findings(record(statements=(claim(),)), [claim_told]) == (
        Finding(
            code="claim-told", severity=Severity.NOTE, subject="fund-adequate", message="A claim."
        ),
    )


def test_a_remark_is_about_the_entry_at_its_place(record: Records, claim: Claims) -> None:
    """A rule names no subject where the place says whose it is."""

    @rule("claim-there", Severity.NOTE)
    def claim_there(_: PolicyRecord) -> Iterator[Remark]:
        """A claim and a record are there."""
        yield Remark(message="A claim.", place=("statements", 0, "summary"))
        yield Remark(message="A record.")

    made = record(statements=(claim(),))

    assert [each.subject for each in findings(made, [claim_there])] == [
        made.id,
        f"{made.id}#fund-adequate",
    ]


def test_a_rule_without_a_page_is_refused() -> None:
    """What a rule does not explain, nobody can put right."""

    def silent(_: object) -> tuple[Any, ...]:
        return ()

    for decorated in (rule, portfolio_rule):
        with pytest.raises(ArgumentError, match="silent has no docstring") as refused:
            decorated("a-code", Severity.NOTE)(silent)
        assert isinstance(refused.value, ValueError)
        assert refused.value.hint == "Say in it what is wrong, with an example, and what to do."


def test_a_code_is_words_with_hyphens() -> None:
    """A code that is spelt otherwise is refused."""

    def explained(_: PolicyRecord) -> tuple[Remark, ...]:
        """Say something."""
        return ()

    with pytest.raises(ValueError, match="'Code' is not a finding code"):
        rule("Code", Severity.NOTE)(explained)


def test_an_empty_record_is_no_bug(record: Records, found: Found) -> None:
    """A record without entries, and one without documents, are judged without a traceback."""
    assert found(record()) == []
    assert found(record(documents=())) == ["reference-dangling"]


def test_days_have_the_names_of_their_months_in_both_languages() -> None:
    """Also where a name differs by its last letters alone."""
    days = [dt.date(2010, month, 1) for month in range(1, 13)]
    said = {}
    for language in LANGUAGES:
        with messages_in(language):
            said[language] = [in_full(day) for day in days]

    assert said["en"] == [f"1 {calendar.month_name[day.month]} 2010" for day in days]
    assert said["nl"][7] == "1 augustus 2010"
