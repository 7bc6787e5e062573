"""`show` of a paper lists what was asked in it, and how that was answered."""

from pathlib import Path

import ssrpolicy
from cli.conftest import Run


def test_a_motion_lists_its_requests(run: Run, letter: Path) -> None:
    """Each has its id, its summary, and its answers with the paper that gives them."""
    record = ssrpolicy.load(letter)
    asked = [each for each in record.requests if each.document == "motion"]

    shown = run("show", letter, "motion").stdout

    assert asked
    assert f"Verzoeken ({len(asked)})" in shown
    for each in asked:
        assert each.id in shown


def test_a_paper_in_which_nothing_is_asked_lists_nothing(run: Run, letter: Path) -> None:
    """A paper that is only cited has no such list."""
    record = ssrpolicy.load(letter)
    asking = {each.document for each in record.requests}
    other = next(each.id for each in record.documents if each.id not in asking)

    assert "Verzoeken (" not in run("show", letter, other).stdout
