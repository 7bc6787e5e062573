"""A draft is read as it was written, and refused where it no longer fits."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import ssrpolicy
from draftable import ANSWERS, LETTER
from drafting.deciding.decided import drafted, first
from ssrpolicy import codec, drafting
from ssrpolicy.cli.main import _command
from ssrpolicy.editing import record_to_edit
from ssrpolicy.errors import InputError, OutputError, UnknownIdError
from ssrpolicy.model import EditRefusedError

NewRecord = Callable[..., Path]
DAY = dt.date(2026, 3, 5)
BY: dict[str, Any] = {"by": "jansen", "date": DAY}
DRAFT = "format = 'ssrpolicy-draft/1'\nrecord = 'letter'\n"
PROPOSED = """\
id = 'a'
drafter = 'cues'
rule = 'x'
why = { fr = 'parce que', nl = 'omdat' }
confidence = 'sure'
kind = []
entry = {}
"""
GROUNDS = "grounds = [{ document = 'letter', start = 1, end = 2 }]\n"


def test_a_proposal_that_is_gone_is_named(folder: Path) -> None:
    """An id that no draft has is refused with what would work."""
    drafted(folder)
    with pytest.raises(UnknownIdError, match="no proposal 'abc'"):
        ssrpolicy.accept(folder, "abc", **BY)


def test_a_script_writes_the_draft_that_the_command_writes(folder: Path) -> None:
    """Byte for byte; a record in memory has no place for it."""
    ssrpolicy.draft(folder, write=True)
    written = (folder / "draft.toml").read_bytes()

    assert CliRunner().invoke(_command, ["draft", str(folder)]).exit_code == 0
    assert (folder / "draft.toml").read_bytes() == written
    with pytest.raises(ssrpolicy.ArgumentError, match="has no folder"):
        ssrpolicy.draft(ssrpolicy.load(folder), write=True)


def test_a_draft_of_a_changed_source_is_refused(folder: Path) -> None:
    """The words may stand elsewhere now, or be gone: nothing is added from it."""
    proposal = first(drafted(folder), "commitment")
    (source,) = (folder / "sources").iterdir()
    source.write_text("Een andere brief.\n", "utf-8")
    with pytest.raises(EditRefusedError, match="another text"):
        ssrpolicy.accept(folder, proposal, **BY)
    with pytest.raises(InputError, match="another text"):
        ssrpolicy.accept(folder, proposal.id, **BY)


def test_a_draft_is_read_anew_only_where_its_file_changed(folder: Path) -> None:
    """Each decision of a review looks at it, and thousands of proposals take seconds to read."""
    drafted(folder)
    file, record = folder / "draft.toml", record_to_edit(folder)
    data = file.read_bytes()

    once, again = (codec.read_draft(bytes(bytearray(data)), file, record) for _ in range(2))
    changed = codec.read_draft(data + b"\n", file, record)

    assert once is again
    assert changed is not once
    assert changed == once


def test_without_a_draft_an_id_means_nothing(folder: Path) -> None:
    """The message says which command makes one."""
    with pytest.raises(InputError, match="has no draft") as refused:
        ssrpolicy.accept(folder, "abc", **BY)

    assert "ssrpolicy draft" in (refused.value.hint or "")


@pytest.mark.parametrize(
    "text, words",
    [
        ("format = 'ssrpolicy-draft/9'\n", "another version"),
        ("proposals = 3\n", "another version"),
        ("format = 'ssrpolicy-draft/1'\n", "lacks the key"),
        ("format = [\n", "is not a draft"),
        ("\x00", "is not a draft"),
        (DRAFT + "sources = 3", "sources is the number 3, where a table belongs"),
        (DRAFT + "sources = {}\nproposals = [1]", "proposals is a list, where a list of tables"),
        (DRAFT + "sources = {}\n[[proposals]]\n" + PROPOSED + "grounds = 3", "grounds is the"),
        (DRAFT + "sources = {}\n[[proposals]]\n" + PROPOSED + GROUNDS, "not a kind of proposal"),
    ],
)
def test_a_draft_of_another_version_is_refused(folder: Path, text: str, words: str) -> None:
    """A file that is not a draft of this version is named, with how to make one."""
    (folder / "draft.toml").write_text(text, "utf-8")
    with pytest.raises(InputError, match=words):
        ssrpolicy.accept(folder, "abc", **BY)


@pytest.mark.parametrize(
    "text",
    [
        "decisions = 3\n",
        "format = 'ssrpolicy-decisions/1'\n[[decisions]]\nby = 3\n",
        "format = 'ssrpolicy-decisions/1'\ndecisions = [1]\n",
        "format = 'ssrpolicy-decisions/1'\n[[decisions]]\nproposal = 'a'\ndecided = 'rejected'\n"
        "by = 'jansen'\ndate = 2026-03-05\nkind = [1]\n" + GROUNDS,
    ],
)
def test_decisions_that_cannot_be_read_are_never_overwritten(folder: Path, text: str) -> None:
    """What people decided is lost in no case: the file stays, and nothing is decided."""
    proposal = first(drafted(folder), "commitment")
    file = folder / "decisions.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError, match="does not hold decisions"):
        ssrpolicy.accept(folder, proposal, **BY)

    assert file.read_text("utf-8") == text
    assert proposal.entry not in ssrpolicy.load(folder).statements


@pytest.mark.parametrize("name", ["draft.toml", "decisions.toml"])
def test_nothing_is_written_where_a_link_leads(folder: Path, tmp_path: Path, name: str) -> None:
    """A file of a record that is a link to another's would be that one's end."""
    draft = drafted(folder)
    other = tmp_path / "other" / "record.toml"
    other.parent.mkdir()
    other.write_text("" if name == "decisions.toml" else 'id = "other"\n', "utf-8")
    before = other.read_bytes()
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(other)

    def written() -> object:
        if name == "draft.toml":
            return drafting.save_draft(folder, draft, record_to_edit(folder))
        return ssrpolicy.accept(folder, first(draft, "commitment"), **BY)

    with pytest.raises(OutputError, match=r"is a link that leads to .*record\.toml"):
        written()

    assert other.read_bytes() == before


def test_a_draft_reads_back_as_it_was_written(new_record: NewRecord) -> None:
    """Every proposal stands in draft.toml as record.toml would have it."""
    for text, name in ((LETTER, "letter"), (ANSWERS, "answers")):
        folder = new_record(text, name)
        draft = drafted(folder)

        assert drafting.saved_draft(folder, record_to_edit(folder)).proposals == draft.proposals
