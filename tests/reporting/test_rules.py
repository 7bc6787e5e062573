"""Rules that plugins add: applied next to those built in, and fenced like everything of theirs."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

from ssrpolicy.codec import read
from ssrpolicy.model import PolicyRecord, Severity
from ssrpolicy.reporting import Remark, judged, load_plugins, read_portfolio, rule
from ssrpolicy.rules import findings
from ssrpolicy.testing import small_record

Install = Callable[..., Path]

RULE = '''
from ssrpolicy.reporting import Remark, Severity, hookimpl, rule
@rule("{code}", Severity.WARNING)
def doubtful(record):
    """A commitment about the fire service has a doubt.

    Say what would take the doubt away.
    """
    {body}

@hookimpl
def ssrpolicy_rules():
    return [doubtful]
'''
REMARKS = """for n, statement in enumerate(record.statements):
        if statement.doubt:
            yield Remark(
                subject=record.full_id(statement.id),
                message="There is a doubt.",
                place=("statements", n),
            )"""


def test_a_rule_of_a_plugin_is_applied(install: Install) -> None:
    """A plugin's rule gives findings like any other, with its page as its reference."""
    install("acme-rules", RULE.format(code="fire-doubted", body=REMARKS))
    rules = load_plugins().rules

    assert [(r.code, r.summary) for r in rules] == [
        ("fire-doubted", "A commitment about the fire service has a doubt.")
    ]
    assert [str(finding) for finding in findings(small_record(), rules)] == [
        "warning fire-doubted: small#report: There is a doubt."
    ]


def test_a_rule_that_fails_is_a_warning(install: Install) -> None:
    """A rule that raises says which it is and why, and no other rule is lost."""
    install("acme-broken", RULE.format(code="fire-broken", body="yield 1 / 0"), version="0.3")
    install("acme-rules", RULE.format(code="fire-doubted", body=REMARKS))
    rules = load_plugins().rules

    assert [str(finding) for finding in findings(small_record(), rules)] == [
        (
            "warning rule-failed: small: The rule fire-broken of acme-broken 0.3 failed on this "
            "record: ZeroDivisionError: division by zero. (Its makers would want to know; "
            "every other rule was applied.)"
        ),
        "warning fire-doubted: small#report: There is a doubt.",
    ]


@pytest.mark.parametrize(
    "body, given",
    [
        ("yield 'pas op'", "'pas op'"),
        ("return None", "None"),
        ("yield (record, 3)", "(<PolicyRecord small"),
    ],
)
def test_a_rule_that_yields_something_else_is_a_warning(
    install: Install, body: str, given: str
) -> None:
    """What is not a remark of the rule is not among the findings; it is said what belongs there."""
    install("acme-broken", RULE.format(code="fire-broken", body=body))

    (finding,) = findings(small_record(), load_plugins().rules)

    assert finding.code == "rule-failed"
    assert f"failed on this record: it gave {given}" in finding.message
    assert finding.message.endswith('must yield Remark.of(record, entry, "...").')


def test_a_rule_that_has_no_end_is_a_warning(install: Install) -> None:
    """It is stopped, so that nobody waits for it, and none of its remarks is reported."""
    endless = "while True: yield Remark(message='Te lang.')"
    install("acme-broken", RULE.format(code="fire-broken", body=endless))

    (finding,) = findings(small_record(), load_plugins().rules)
    assert "it gave more than 20000 remarks" in finding.message


def test_a_code_that_is_taken_is_refused(install: Install) -> None:
    """A rule under the code of another, built in or of an earlier plugin, is a failure."""
    install("acme-a", RULE.format(code="fire-doubted", body=REMARKS))
    install("acme-b", RULE.format(code="fire-doubted", body=REMARKS))
    install("acme-c", RULE.format(code="quote-missing", body=REMARKS))

    registry = load_plugins()

    assert [rule.code for rule in registry.rules] == ["fire-doubted"]
    assert [str(f) for f in registry.failures if "acme" in str(f)] == [
        "acme-b 1.0: the rule fire-doubted: acme-a 1.0 has a rule of that code",
        "acme-c 1.0: the rule quote-missing: ssrpolicy has a rule of that code",
    ]


def test_a_remark_of_an_entry_has_its_subject_its_line_and_its_hint(
    install: Install, letter: Path
) -> None:
    """`Remark.of` finds the place: of an id, of an entry without one, and of a field."""
    body = """
    yield Remark.of(record, "african-union", "An id.", hint="Look.")
    yield Remark.of(record, "african-union", "A field.", field="quotes")
    yield Remark.of(record, record.dispositions[1], "A disposition.")
    yield Remark.of(record, record.set_aside[0], "A set-aside.")"""
    install("acme-rules", RULE.format(code="fire-doubted", body=body))

    found = [
        each
        for each in read_portfolio([letter], more_rules=load_plugins().rules).findings
        if each.code == "fire-doubted"
    ]

    lines = (letter / "record.toml").read_text("utf-8").splitlines()
    at = {f.message: (f.subject, lines[(f.location.line or 0) - 1]) for f in found}
    assert at == {
        "An id.": ("kst-32123-X-124#african-union", "[[statements]]"),
        "A field.": ("kst-32123-X-124#african-union", "quotes = ['''"),
        "A disposition.": (f"kst-32123-X-124#{_second_request(letter)}", "[[dispositions]]"),
        "A set-aside.": ("kst-32123-X-124", "[[set_aside]]"),
    }
    assert {f.message: f.hint for f in found}["An id."] == "Look."


def _second_request(letter: Path) -> str:
    return read(letter).records[0].dispositions[1].request


def test_of_two_entries_that_say_the_same_the_given_one_is_meant() -> None:
    """An entry is itself, not its like."""
    small = small_record()
    twice = attrs.evolve(small, updates=(small.updates[0], attrs.evolve(small.updates[0])))

    places = [Remark.of(twice, update, "Twice.").place for update in twice.updates]

    assert places == [("updates", 0), ("updates", 1)]


@pytest.mark.parametrize(
    "remark, cause",
    [
        ('Remark.of(record, "reprt", "A slip.")', "small has no entry 'reprt'"),
        (
            'Remark.of(record, "report", "A slip.", field="sumary")',
            "Commitment has no field 'sumary'. Did you mean summary?",
        ),
        (
            'Remark(subject="report", message="A bare id.")',
            (
                "it gave a remark on 'report', which is neither small nor the full id of "
                "an entry of it, such as small#report"
            ),
        ),
        (
            'Remark(subject="small#reprt", message="A slip.")',
            (
                "it gave a remark on 'small#reprt', which is neither small nor the full id of "
                "an entry of it, such as small#report"
            ),
        ),
        (
            'Remark(message="Too far.", subject="small", place=("statements", 99))',
            "it gave a remark with the place ('statements', 99), which small does not have",
        ),
        (
            'Remark(message="No field.", place=("statements", 0, "sumary"))',
            "it gave a remark with the place ('statements', 0, 'sumary'), which small does not",
        ),
        (
            'Remark(message="No table.", place=("promises", 0), subject="small")',
            "it gave a remark with the place ('promises',), which small does not have",
        ),
    ],
)
def test_a_wrong_subject_or_place_is_named(install: Install, remark: str, cause: str) -> None:
    """An author sees what of a remark leads nowhere, and where it would."""
    install("acme-broken", RULE.format(code="fire-broken", body=f"yield {remark}"))

    (finding,) = findings(small_record(), load_plugins().rules)

    assert finding.code == "rule-failed"
    assert cause in finding.message


def test_a_severity_can_be_a_text() -> None:
    """The words are those of findings; another is refused with them."""

    def page(record: PolicyRecord) -> Iterator[Remark]:
        """Nothing is wrong."""
        yield Remark(message=record.id)

    assert rule("acme-note", "note")(page).severity is Severity.NOTE
    with pytest.raises(ValueError, match="the severity is 'grave', not error, warning or note"):
        rule("acme-note", "grave")(page)  # type: ignore[arg-type]  # that the wrong severity is refused is tested


TOGETHER = '''
from ssrpolicy.reporting import Remark, hookimpl, portfolio_rule

@portfolio_rule("acme-twice", "warning")
def twice(records):
    """Two records have a statement of one id."""
    seen = {{}}
    for record in records:
        for statement in record.statements:
            if statement.id in seen:
                {yielded}
            seen[statement.id] = record

@hookimpl
def ssrpolicy_rules():
    return [twice]
'''


def test_a_rule_over_several_records_is_applied(
    install: Install, copied_record: Callable[[str], Path]
) -> None:
    """Its findings have their record's file and line, in files and in memory."""
    text = 'yield record, Remark.of(record, statement.id, "It is there twice.")'
    install("acme-together", TOGETHER.format(yielded=text))
    rules = load_plugins().rules
    first = copied_record("kst-32123-X-124")
    other = first.with_name("other")
    shutil.copytree(first, other)
    toml = other / "record.toml"
    toml.write_text(toml.read_text("utf-8").replace('id = "kst-32123-X-124"', 'id = "other"', 1))

    found = [
        f
        for f in read_portfolio([first, other], more_rules=rules).findings
        if f.code == "acme-twice"
    ]
    small = small_record()
    in_memory = judged([small, attrs.evolve(small, id="other")], more_rules=rules)

    assert {f.location.file for f in found} == {str(toml)}
    assert all(f.location.line for f in found)
    assert len(found) == len(read(first).records[0].statements)
    assert {f.subject for f in in_memory if f.code == "acme-twice"} == {
        f"other#{statement.id}" for statement in small.statements
    }


@pytest.mark.parametrize(
    "yielded, cause",
    [
        ("yield 1 / 0", "ZeroDivisionError: division by zero"),
        ('yield "x", Remark(message="No record.")', "it gave ('x', Remark("),
        (
            "import attrs; yield attrs.evolve(record), Remark(message='Another.')",
            "it gave a remark on <PolicyRecord other",
        ),
    ],
)
def test_a_rule_over_several_records_that_fails_is_a_warning(
    install: Install, yielded: str, cause: str
) -> None:
    """It is fenced like a rule of one record, and every other is applied."""
    install("acme-together", TOGETHER.format(yielded=yielded))
    install("acme-rules", RULE.format(code="fire-doubted", body=REMARKS))
    small = small_record()

    found = judged([small, attrs.evolve(small, id="other")], more_rules=load_plugins().rules)

    (failed,) = (f for f in found if f.code == "rule-failed")
    assert "The rule acme-twice of acme-together 1.0 failed" in failed.message
    assert cause in failed.message
    assert "fire-doubted" in {f.code for f in found}


def test_options_that_a_rule_cannot_have_are_a_failure(install: Install) -> None:
    """A rule is refused when it is loaded, not when somebody gives the option."""
    code = RULE.format(code="fire-doubted", body=REMARKS).replace(
        "Severity.WARNING)", "Severity.WARNING, options=dict)"
    )
    install("acme-rules", code.replace("(record):", "(record, options):"))

    (failure,) = load_plugins().failures

    assert "dict" in failure.cause
    assert "not an attrs class" in failure.cause
