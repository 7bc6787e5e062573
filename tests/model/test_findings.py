"""Findings are shown on terminals and pages, whatever the texts are that they name."""

from ssrpolicy.model import Finding, Severity


def test_what_a_finding_says_can_be_shown_anywhere() -> None:
    """Escape codes of a source's text stand in a finding as words, and steer no terminal."""
    finding = Finding(
        code="quote-repeated",
        severity=Severity.ERROR,
        subject="kst-32123-X-124#african-union",
        message="The quote stands twice in \x1b[31mletter\x07.",
        hint="Add what stands before: \x9b31m.",
    )

    assert finding.message == "The quote stands twice in \\u001b[31mletter\\u0007."
    assert finding.hint == "Add what stands before: \\u009b31m."
