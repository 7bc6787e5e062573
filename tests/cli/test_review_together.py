"""Two people who review one draft at the same time, each in a command of their own."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ssrpolicy
from draftable import LETTER
from ssrpolicy.model import Proposal
from ssrpolicy.starting import begin_record

pytestmark = pytest.mark.heavy

PROMPT = "[q]uit: "
DAY = dt.date(2026, 3, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record of the letter, with a draft."""
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, "utf-8")
    folder = begin_record(file, tmp_path / "record", None).folder
    subprocess.run(
        [sys.executable, "-m", "ssrpolicy", "draft", folder], check=True, capture_output=True
    )
    return folder


@pytest.fixture
def review(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A review of the commitments by Jansen, which shows the first one."""
    words = ["review", str(folder), "--by", "jansen", "--date", str(DAY), "--kind", "commitment"]
    with subprocess.Popen(
        [sys.executable, "-m", "ssrpolicy", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def shown(process: "subprocess.Popen[str]") -> str:
    """What the review prints until it asks again, or ends."""
    assert process.stdout is not None
    found = ""
    while not found.endswith(PROMPT) and (sign := process.stdout.read(1)):
        found += sign
    return found


def press(process: "subprocess.Popen[str]", key: str) -> str:
    """What the review prints after a key."""
    assert process.stdin is not None
    process.stdin.write(f"{key}\n")
    process.stdin.flush()
    return shown(process)


def commitments(folder: Path) -> list[Proposal]:
    """The commitments of the draft that nobody decided about."""
    return [each for each in ssrpolicy.draft(folder).proposals if each.kind == "commitment"]


@pytest.mark.slow
def test_what_the_other_decided_is_said_and_passed_over(
    folder: Path, review: "subprocess.Popen[str]"
) -> None:
    """Each proposal is decided about once, whoever is first, and nothing is recorded twice."""
    assert "1/4" in shown(review)
    first, second, *_ = commitments(folder)
    ssrpolicy.accept(folder, first, by="bakker", date=DAY)
    ssrpolicy.reject(folder, second, by="bakker", date=DAY)
    after = press(review, "a")

    assert f"Error: bakker decided about {first.id} already" in after
    assert f"bakker decided about {first.id} meanwhile: accepted." in after
    assert f"bakker decided about {second.id} meanwhile: rejected." in after
    assert "3/4" in after
    assert "Decided: 1. Left: 1." in press(review, "a") + press(review, "q")
    assert len(ssrpolicy.load(folder).commitments) == 2


@pytest.mark.slow
def test_a_review_that_is_killed_keeps_what_was_decided(
    folder: Path, review: "subprocess.Popen[str]"
) -> None:
    """Each decision was written when it was taken; the next review goes on after it."""
    shown(review)
    before = commitments(folder)
    press(review, "a")
    press(review, "r")
    review.kill()
    review.wait()

    assert len(ssrpolicy.load(folder).commitments) == 1
    assert [each.id for each in commitments(folder)] == [each.id for each in before[2:]]
    assert not [each for each in ssrpolicy.check(ssrpolicy.load(folder)) if each.is_error]
