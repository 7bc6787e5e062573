"""What the findings promise: each documented, each shown by a broken record, none by accident."""

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

from ssrpolicy.codec import READING_CODES
from ssrpolicy.reporting.portfolio import read_portfolio
from ssrpolicy.rules import PORTFOLIO_RULES, RULES
from tables import each_case

ROOT = Path(__file__).parents[2]
BROKEN = sorted(path for path in (ROOT / "fixtures" / "broken").iterdir() if path.is_dir())
CODES = (
    *((each.code, str(each.severity)) for each in READING_CODES),
    *((each.code, str(each.severity)) for each in RULES),
    *((each.code, str(each.severity)) for each in PORTFOLIO_RULES),
)
SEVERITIES = dict(CODES)
# It comes after 5,000 others, so that no folder can have it alone; tests/codec causes it.
AFTER_MANY = "errors-uncounted"
# No file can be kept in a repository that cannot be read; tests/cli/listing has a link to itself.
UNREADABLE = "file-unreadable"


@each_case("folder", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_record_causes_its_finding_and_no_other(folder: Path) -> None:
    """Each folder has one defect, and the finding says what, where and what would work."""
    expected: dict[str, Any] = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    found = read_portfolio([folder]).findings

    assert [finding.code for finding in found] == [expected["code"]]
    (finding,) = found
    location = finding.location
    assert str(finding.severity) == expected["severity"] == SEVERITIES[finding.code]
    assert location.line == expected.get("line")
    assert location.pointer == expected.get("pointer")
    assert location.file is not None
    if "file" in expected:
        assert Path(location.file).relative_to(folder).as_posix() == expected["file"]
    said = f"{finding.message} {finding.hint or ''}"
    assert [words for words in expected["words"] if words not in said] == []


def test_each_finding_is_caused_by_a_broken_record() -> None:
    """Every code has its folder in fixtures/broken, but for those that no folder can have."""
    caused = {
        tomllib.loads((folder / "expected.toml").read_text("utf-8"))["code"] for folder in BROKEN
    }

    assert sorted(set(SEVERITIES) - caused) == [AFTER_MANY, UNREADABLE]


def test_the_reference_is_what_the_rules_say() -> None:
    """docs/reference/findings.md is current; docs/reference/findings.py writes it anew."""
    reference = ROOT / "docs" / "reference"
    written = runpy.run_path(str(reference / "findings.py"))["page"]()

    assert (reference / "findings.md").read_text("utf-8") == written


@each_case("code", sorted(SEVERITIES))
def test_each_code_is_documented_in_words_of_its_own(code: str) -> None:
    """Each code has a section in the reference, with its severity and more than its summary."""
    page = (ROOT / "docs" / "reference" / "findings.md").read_text("utf-8")
    section = rf"^### {code}\n\n\*(\w+)\*\n\n(.+?)(?=^##|\Z)"
    ((severity, text),) = re.findall(section, page, re.MULTILINE | re.DOTALL)

    assert severity == SEVERITIES[code]
    assert text.strip()


def test_no_code_is_given_twice() -> None:
    """A code means one thing, whoever gives it."""
    assert len(SEVERITIES) == len(CODES)
