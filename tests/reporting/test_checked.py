"""What a note says of the check: the warnings of the records that it is about, and no others."""

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

import ssrpolicy
from selected import DAY
from ssrpolicy import PolicyRecord
from ssrpolicy.cli.main import _command
from ssrpolicy.selection import Selection

pytestmark = pytest.mark.heavy
RECORDS = Path(__file__).parents[2] / "fixtures" / "records"
SLIPS = "lagemeer-2031-7"


@pytest.fixture(scope="module")
def records() -> tuple[PolicyRecord, ...]:
    """The records of the project: of one the check gives warnings, of the two others none."""
    return ssrpolicy.load_all(RECORDS)


@pytest.mark.parametrize("owner, warned", [("nl-bz", []), ("lm-kustwacht", [SLIPS])])
def test_a_note_on_a_selection_counts_the_warnings_of_its_own_records(
    records: tuple[PolicyRecord, ...], tmp_path: Path, owner: str, warned: list[str]
) -> None:
    """A record without warnings does not get those of another, by the library or the command."""
    found = ssrpolicy.check(records)
    warnings = [each for each in found if each.is_warning]
    assert {each.subject.split("#")[0] for each in warnings} == {SLIPS}
    about = f"meldt {len(warnings)} waarschuwingen."
    made = {"library": tmp_path / "library.docx", "command": tmp_path / "command.docx"}
    selection = Selection(owners=owner)
    ssrpolicy.report(records, "word", made["library"], as_of=DAY, selection=selection)
    options = ["--owner", owner, "--as-of", f"{DAY}", "--to", "word", "--output"]
    done = CliRunner().invoke(_command, ["report", f"{RECORDS}", *options, f"{made['command']}"])
    assert done.exit_code == 0, done.output

    for path in made.values():
        said = [each.text for each in docx.Document(str(path)).paragraphs]
        assert any(each.endswith(about) for each in said) is bool(warned)
