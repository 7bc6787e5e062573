"""A record is compared with what git had of it."""

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from comparing.commanded import run
from ssrpolicy import ArgumentTypeError, InputError, LocalText, PolicyRecord

DAY = dt.date(2034, 4, 15)
GIT = shutil.which("git") or "git"


@pytest.fixture
def repository(copied_record: Callable[[str], Path]) -> Path:
    """A record in a repository of git: as it was, and with an update since."""
    folder = copied_record("lagemeer-2031-7")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
        subprocess.run([GIT, *who, *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    said = ssrpolicy.Update(
        statement="yearly-report", date=DAY, by="A. Jansen", note=LocalText(nl="Gelezen.")
    )
    ssrpolicy.append(folder, said)
    git("commit", "-qam", "two")
    return folder


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["", "record.toml"])
def test_a_record_is_read_as_git_had_it(
    repository: Path, invented: PolicyRecord, name: str
) -> None:
    """A revision gives the record with its texts; nothing in the folder changes."""
    path = repository / name if name else repository
    before = ssrpolicy.load(path, revision="HEAD~1")

    assert before == invented
    assert ssrpolicy.load(path, revision="HEAD") == ssrpolicy.load(path)
    assert ssrpolicy.load_all(repository.parent / repository.name, revision="HEAD~1") == (before,)


@pytest.mark.heavy
def test_what_git_does_not_know_is_said(repository: Path, tmp_path: Path) -> None:
    """A revision or a path that is not there, and a folder outside a repository, are named."""
    for path, revision, message in (
        (repository, "HEAD~9", "cannot be read at HEAD~9"),
        (repository, "--output=x", "'--output=x' is not a revision"),
        (repository, "", "'' is not a revision"),
        (repository / "nowhere.toml", "HEAD", "is not there at HEAD"),
        (repository / "nowhere", "HEAD", "is not there at HEAD"),
    ):
        with pytest.raises(InputError, match=message):
            ssrpolicy.load(path, revision=revision)
    (repository / "new.toml").write_bytes((repository / "record.toml").read_bytes())
    with pytest.raises(InputError, match="If it had another name then, give that name"):
        ssrpolicy.load(repository / "new.toml", revision="HEAD")
    (tmp_path / "outside").mkdir()
    outside = tmp_path / "outside" / "record.toml"
    with pytest.raises(InputError, match="it stands in no git repository"):
        ssrpolicy.load(outside, revision="HEAD")
    with ssrpolicy.messages_in("nl"), pytest.raises(InputError, match="in geen git-repository"):
        ssrpolicy.load(outside, revision="HEAD")
    with pytest.raises(ArgumentTypeError, match="5 is not a revision"):
        ssrpolicy.load(repository, revision=5)  # type: ignore[arg-type]  # that it is refused is tested


@pytest.mark.heavy
def test_errors_of_a_revision_name_it(repository: Path) -> None:
    """What was wrong then is reported with the path and revision that were asked."""
    broken = (repository / "record.toml").read_text(encoding="utf-8").replace('kind = "motion"', "")
    (repository / "record.toml").write_text(broken, encoding="utf-8", newline="\n")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run([GIT, *who, "commit", "-qam", "three"], cwd=repository, check=True)
    with pytest.raises(ssrpolicy.RecordInvalidError) as raised:
        ssrpolicy.load(repository, revision="HEAD")

    assert f"{repository}@HEAD" in raised.value.message
    assert {f.location.file for f in raised.value.findings} == {f"{repository}@HEAD/record.toml"}


@pytest.mark.heavy
def test_the_command_compares_with_a_revision(repository: Path) -> None:
    """The command says what was added since, for people and for programs."""
    old, new = f"{repository}/record.toml@HEAD~1", str(repository)

    assert run(old, new).replace(str(repository), "R") == (
        "lagemeer-2031-7: 1 added, 0 removed, 0 changed.\n\n"
        "Only in R:\n"
        "  update yearly-report 2034-04-15: note: Gelezen.\n"
    )
    data = json.loads(run(old, new, "--format", "json"))
    assert data["format"] == "ssrpolicy-comparison/1"
    (comparison,) = data["comparisons"]
    assert [each["change"] for each in comparison["entries"]] == ["added"]
    assert run(new, f"{repository}@HEAD") == f"{new} and {repository}@HEAD say the same.\n"
