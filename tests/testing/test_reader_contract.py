"""The contract tests of readers pass for a good reader, and each fails for one that breaks it."""

import os
import sys
from collections.abc import Callable
from typing import Any

import pytest
from conftest import ELSEWHERE

from ssrpolicy.reporting import READER_API, InputError, PageStart, SourceReading, TextParts
from ssrpolicy.testing import ReaderContract

FILE = b"LETTER\nHet kabinet zal de Kamer\ninformeren. Dat is zo.\n"


class Plain:
    """A reader of letters that begin with a word of their own."""

    name, summary, api = "plain", "Letters with a mark.", READER_API
    suffixes, media_types = ("letter",), ("text/x-letter",)

    def read(self, data: bytes, name: str) -> SourceReading:  # noqa: ARG002 - the contract's signature
        """Return the text after the mark."""
        mark, _, text = data.partition(b"\n")
        if mark != b"LETTER" or not text.strip():
            raise InputError("this is not a letter", hint="Name a letter.")
        said = text.decode("utf-8", "replace")
        return SourceReading(text=said, parts=TextParts(pages=(PageStart(start=0, page=1),)))


class Changing(Plain):
    """One that keeps a count between two files."""

    count = 0

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return the text with a number."""
        made = super().read(data, name)
        Changing.count += 1
        return SourceReading(text=f"{made.text}{self.count}\n", parts=made.parts)


class Printing(Plain):
    """One that prints."""

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return the text, and print."""
        print("reading", file=sys.stderr)  # noqa: T201 - that it prints is the fault that is tried
        return super().read(data, name)


class Crashing(Plain):
    """One that does not expect anything else than a letter."""

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return the text, or fail."""
        return super().read(b"LETTER\n" + data.split(b"LETTER\n")[1], name)


class Losing(Plain):
    """One that loses words."""

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return some of the text."""
        return super().read(data.replace(b"Kamer", b""), name)


class Setting(Plain):
    """One that changes the environment."""

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return the text, and change what the whole program shares."""
        os.environ["LETTER"] = str(len(os.environ.get("LETTER", "")) + 1) * 2
        return super().read(data, name)


class Constant(Plain):
    """One that sets the environment to the same each time."""

    def read(self, data: bytes, name: str) -> SourceReading:
        """Return the text, and change what the whole program shares once."""
        os.environ["LETTER_READ"] = "1"
        return super().read(data, name)


class Wordy(Plain):
    """One whose summary is not a sentence, and whose suffixes are a text."""

    summary = "letters"
    suffixes: Any = "letter"


def failing(reader: Plain, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The tests of the contract that fail for a reader, but for those in other processes."""
    case = type("Case", (ReaderContract,), {})()
    type(case).reader = reader
    type(case).samples = {FILE: ("Het kabinet zal de Kamer informeren.",)}
    failed = []
    for name in (each for each in dir(case) if each.startswith("test_") and each not in ELSEWHERE):
        test: Callable[..., None] = getattr(case, name)
        try:
            test(capsys) if name == "test_it_prints_nothing" else test()
        except (AssertionError, TypeError, IndexError, ValueError):
            failed.append(name)
    return failed


@pytest.mark.parametrize(
    "samples, words",
    [
        ({}, "of at least one file"),
        ({FILE: "Dat is zo."}, 'sentences after each colon, ("One.",)'),
        ({"a.letter": ("Dat is zo.",)}, "bytes of a file before each colon, and not 'a.letter'"),
        ({FILE: ("Dat is niet zo.",)}, "does not have the sentence 'Dat is niet zo.'"),
        ({FILE: ("De Kamer.", "e")}, "does not have the sentence 'De Kamer.'"),
        ({FILE: ("a",)}, "4 times, where once is right: 'a'"),
    ],
)
def test_what_is_wrong_with_samples_is_said(samples: Any, words: str) -> None:
    """In words for who wrote them, before or in the test that looks for the sentences."""
    case = type("Case", (ReaderContract,), {"reader": Plain(), "samples": samples})()

    with pytest.raises(AssertionError) as failed:  # noqa: PT012 - either test may say it
        case.test_there_are_samples()
        case.test_each_sentence_can_be_quoted()
    assert words in str(failed.value)


def test_a_good_reader_passes(capsys: pytest.CaptureFixture[str]) -> None:
    """None of the tests asks for more than the contract."""
    assert failing(Plain(), capsys) == []


@pytest.mark.parametrize(
    "reader, test",
    [
        (Changing(), "test_the_same_file_gives_the_same_text"),
        (Printing(), "test_it_prints_nothing"),
        (Crashing(), "test_what_is_no_such_file_is_refused_with_words"),
        (Losing(), "test_each_sentence_can_be_quoted"),
        (Setting(), "test_it_changes_nothing_of_the_process"),
        (Constant(), "test_it_changes_nothing_of_the_process"),
        (Wordy(), "test_its_summary_is_a_sentence"),
        (Wordy(), "test_it_has_the_members_of_a_reader"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_reader_that_breaks_the_contract_fails(
    reader: Plain, test: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test that is named after what is wrong fails."""
    monkeypatch.setenv("LETTER", "")
    monkeypatch.setenv("LETTER_READ", "")

    assert test in failing(reader, capsys)
