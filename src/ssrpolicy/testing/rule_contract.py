"""The contract of a rule as tests: inherit them, name the rule with records, and run pytest."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypeAlias

from ssrpolicy.codec import read
from ssrpolicy.model import Finding, PolicyRecord
from ssrpolicy.reporting import RULE_FAILED, AnyRule, options_of
from ssrpolicy.rules import PortfolioRule, findings, findings_across
from ssrpolicy.testing.failing import fail
from ssrpolicy.testing.other_process import Call
from ssrpolicy.testing.purity import PurityTests
from ssrpolicy.testing.records import empty_record, large_record, nasty_record, small_record
from ssrpolicy.testing.uninstalled import registry

Judged: TypeAlias = (
    PolicyRecord | str | os.PathLike[str] | tuple[PolicyRecord | str | os.PathLike[str], ...]
)
"""What a rule judges: a record, the path of one, or several in a tuple, judged together."""


class RuleContract(PurityTests):
    """What every rule must do, as tests that pytest collects from a class that inherits them.

    Set ``rule``; ``good``, records in which it finds nothing; and ``bad``, records in each of which
    it finds something. Or take all three in one line: ``RuleContract.of(rule, good=..., bad=...)``.
    A record is given as a value or as the path of its folder; for a rule over several records, as
    a tuple of those that are judged together. Where a rule of options judges the records by other
    options than those of its own, set ``given``: their values by key.
    """

    @staticmethod
    def of(
        rule: AnyRule,
        *,
        good: Iterable[Judged] = (),
        bad: Iterable[Judged] = (),
        given: Mapping[str, object] | None = None,
    ) -> type[RuleContract]:
        """Return the contract of a rule as a class, for a name that pytest collects.

        TestSilence = RuleContract.of(silence, good=[small_record()], bad=["records/silent"])
        """
        members = {"rule": rule, "good": good, "bad": bad, "given": given or {}}
        return type("TestRule", (RuleContract,), members)

    _member = "rule"
    rule: ClassVar[AnyRule]
    good: ClassVar[Iterable[Judged]] = ()
    bad: ClassVar[Iterable[Judged]] = ()
    given: ClassVar[Mapping[str, object]] = {}
    """The options by which the records are judged, by key; those left out have their defaults."""

    def test_it_is_offered_as_it_is(self) -> None:
        """The rule fits the contract: its code, its severity and its options."""
        _guarded(self.rule, self.given)

    def test_its_page_explains_it(self) -> None:
        """The page begins with a sentence, and says more than that."""
        summary, _, more = self.rule.page.partition("\n")
        if not re.fullmatch(r"[A-Z0-9`].*\.", summary):
            fail(f"the page does not begin with a sentence: {summary!r}")
        if not more.strip():
            fail("the page is one sentence: say too what to do, and give an example")

    def test_each_option_is_explained(self) -> None:
        """Every option has a word of help, and all have defaults."""
        for option in options_of(self.rule.options) if self.rule.options else ():
            if not option.help:
                fail(f"the option {option.key} has no help: option(default, help=...)")

    def test_each_choice_of_an_option_is_judged_by(self) -> None:
        """Each word that an option takes, and both yes and no, judges the records."""
        for option in options_of(self.rule.options) if self.rule.options else ():
            for word in ("yes", "no") if option.type is bool else option.choices:
                for each in (*self.good, *self.bad):
                    self._found(each, {option.key: word})

    def test_it_finds_nothing_in_good_records(self) -> None:
        """Where nothing is wrong it is silent."""
        for number, good in enumerate(self.good, start=1):
            for finding in self._found(good):
                fail(f"it finds something in the good record {number}: {finding}")

    def test_it_finds_what_is_wrong(self) -> None:
        """In each bad record there is a finding."""
        if not (bad := tuple(self.bad)):
            fail("bad holds no record; set it, so that what it finds is seen")
        for number, each in enumerate(bad, start=1):
            if not self._found(each):
                fail(f"it finds nothing in the bad record {number}")

    def test_each_finding_has_its_place(self) -> None:
        """A finding leads to the line of what it is about, unless that is the record itself."""
        for number, each in enumerate(self.bad, start=1):
            ids = {record.id for record in _records(each)}
            for finding in self._found(each):
                if not finding.location.path and finding.subject not in ids:
                    fail(
                        f"in the bad record {number} the finding on {finding.subject} has no "
                        "place: Remark.of(record, entry, message) sets it"
                    )

    def test_its_messages_are_sentences(self) -> None:
        """Message and hint begin with a capital and end with a full stop."""
        for each in self.bad:
            for finding in self._found(each):
                for text in filter(None, (finding.message, finding.hint)):
                    if not re.fullmatch(r"[^a-z\s].*[.?]", text, re.DOTALL):
                        fail(
                            "it does not say a sentence, which begins with a capital, a figure or "
                            f"a sign and ends with a full stop: {text!r:.200}"
                        )

    def test_the_same_records_give_the_same_findings(self) -> None:
        """Nothing is kept from one record to the next."""
        every = [*self.good, *self.bad]
        first = [self._found(each) for each in every]
        again = [self._found(each) for each in reversed(every)]
        if first != again[::-1]:
            fail("it finds something else when the records are judged in another order")

    def test_it_judges_any_record(self) -> None:
        """Empty, large and nasty records are judged, alone and together, without a failure."""
        samples = (empty_record(), small_record(), nasty_record(), large_record())
        for each in (*samples, samples):
            self._found(each)

    def test_it_prints_nothing(self, capsys: Any) -> None:
        """Standard output and standard error are the host's."""
        capsys.readouterr()
        for each in (*self.good, *self.bad):
            self._found(each)
        printed = capsys.readouterr()
        if printed.out or printed.err:
            fail(f"the rule printed {printed.out or printed.err!r:.200}")

    # -- how ------------------------------------------------------------------------------------

    def _calls(self) -> tuple[Call, ...]:
        """Return what is judged in another process: the records of these tests, and two samples."""
        named = (
            ("good", self.good),
            ("bad", self.bad),
            ("sample", (small_record(), nasty_record())),
        )
        return tuple(
            Call(f"the {kind} record {number}", _judged, (_records(each), {**self.given}))
            for kind, several in named
            for number, each in enumerate(several, start=1)
        )

    def _found(
        self, given: Judged, options: Mapping[str, object] | None = None
    ) -> tuple[Finding, ...]:
        """Return what the rule finds in records; fails where it cannot judge them."""
        return _judged(self.rule, _records(given), {**self.given, **(options or {})})


def _guarded(rule: AnyRule, asked: Mapping[str, object]) -> AnyRule:
    """Return the rule as the host would apply it, with the host's checks."""
    known = registry(rules=[rule])
    (guarded,) = known.with_rule_options({rule.code: asked} if asked else {}).rules
    return guarded


def _judged(
    rule: AnyRule, records: tuple[PolicyRecord, ...], asked: Mapping[str, object]
) -> tuple[Finding, ...]:
    """Return what the rule finds in records by these options; fails where it cannot judge them."""
    guarded = _guarded(rule, asked)
    if isinstance(guarded, PortfolioRule):
        found = tuple(finding for _, finding in findings_across(records, [guarded]))
    else:
        found = tuple(each for record in records for each in findings(record, [guarded]))
    for finding in found:
        if finding.code == RULE_FAILED:
            fail(finding.message)
    return found


def _records(given: Judged) -> tuple[PolicyRecord, ...]:
    """Return the records that are given as values or as paths."""
    several = given if isinstance(given, tuple) else (given,)
    return tuple(
        record
        for each in several
        for record in ((each,) if isinstance(each, PolicyRecord) else _read(each))
    )


def _read(path: str | os.PathLike[str]) -> tuple[PolicyRecord, ...]:
    reading = read(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links
    for finding in reading.findings:
        if finding.is_error:
            fail(f"the record at {path} cannot be read: {finding}")
    return reading.records
