"""Rules that plugins add: applied beside those built in, and fenced like everything of theirs."""

from collections.abc import Callable
from pathlib import Path

from ssrpolicy.reporting import load_plugins
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


def test_a_rule_that_yields_something_else_is_a_warning(install: Install) -> None:
    """What is no remark of the rule does not get among the findings."""
    body = "yield 'pas op'"
    install("acme-broken", RULE.format(code="fire-broken", body=body))

    (finding,) = findings(small_record(), load_plugins().rules)

    assert finding.code == "rule-failed"
    assert "'str' object has no attribute 'subject'" in finding.message


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
