"""The contract of a reader as tests: inherit them, name the reader and samples, and run pytest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ssrpolicy.errors import InputError
from ssrpolicy.evidence import SourceText
from ssrpolicy.reporting import OfferedReader, Origin, Reader, SourceReading
from ssrpolicy.testing.failing import fail
from ssrpolicy.testing.other_process import Call
from ssrpolicy.testing.purity import PurityTests

_NOISE = bytes(range(256)) * 8
_CUTS = (1, 2, 3, 5, 8, 13)


class ReaderContract(PurityTests):
    """What every reader must do, as tests that pytest collects from a class that inherits them.

    Set ``reader``, and ``samples``: the bytes of files that it reads, each with sentences that
    somebody who quotes from it would copy, and that stand in it once.
    """

    _member = "reader"
    reader: ClassVar[Reader]
    samples: ClassVar[Mapping[bytes, tuple[str, ...]]]

    # -- the tests ------------------------------------------------------------------------------

    def test_it_has_the_members_of_a_reader(self) -> None:
        """The reader fits the contract: its members, their types and its version of it."""
        if not isinstance(self.reader, Reader):
            fail(f"{self.reader!r} does not have the members of ssrpolicy.reporting.Reader")
        self._offered()

    def test_its_summary_is_a_sentence(self) -> None:
        """The summary begins with a capital and ends with a full stop."""
        if not re.fullmatch(r"[A-Z0-9].*\.", self.reader.summary):
            fail(f"the summary is not a sentence: {self.reader.summary!r}")

    def test_there_are_samples(self) -> None:
        """There is a file to read, with sentences to find in it."""
        if not self.samples:
            fail("samples maps the bytes of at least one file to sentences that stand in it")
        given: Mapping[Any, Any] = self.samples
        for data, sentences in given.items():
            if not isinstance(data, bytes):
                fail(f"samples has the bytes of a file before each colon, and not {data!r:.80}")
            if isinstance(sentences, str) or not sentences:
                fail(f'samples has sentences after each colon, ("One.",), not {sentences!r:.80}')

    def test_each_sentence_can_be_quoted(self) -> None:
        """Sentences are found in the text, whole and once: over lines and pages, too."""
        for made, sentences in self._read():
            source = SourceText(made.text, made.parts)
            for sentence in sentences:
                if not (found := source.find(sentence)):
                    fail(f"the text does not have the sentence {sentence!r}")
                if len(found) > 1:
                    fail(f"the text has {len(found)} times, where once is right: {sentence!r}")

    def test_a_sentence_of_the_body_is_a_sentence(self) -> None:
        """Nothing of a page's head, foot or margin runs into a sentence of the running text."""
        for made, sentences in self._read():
            source = SourceText(made.text, made.parts)
            found = {sentence.text for sentence in source.sentences}
            for sentence in sentences:
                inside = any(
                    source.describe(span).paragraph is not None for span in source.find(sentence)
                )
                if inside and not any(sentence in each for each in found):
                    fail(f"the text cuts in two, or has something within: {sentence!r}")

    def test_what_is_set_apart_is_on_a_page_that_there_is(self) -> None:
        """No text is set apart on a page beyond the last."""
        for made, _sentences in self._read():
            pages = {each.page for each in made.parts.pages}
            for apart in made.parts.apart:
                if apart.page is not None and pages and apart.page > max(pages):
                    fail(f"page {apart.page}, of {apart.text!r}, is beyond the last page")

    def test_the_same_file_gives_the_same_text(self) -> None:
        """Whatever was read before, and whatever messages call the file."""
        first = [made for made, _sentences in self._read("one")]
        again = [made for made, _sentences in self._read("other")]
        if first != again:
            fail("a file that is read twice gives two texts")

    def test_it_changes_nothing_of_the_process(self) -> None:
        """Neither the environment, nor the working folder, nor the locale."""
        for data in self.samples:
            # By the host first: what it sets back is then there to be changed.
            remarks = self._offered().read(data, "sample").remarks
            if remarks != self.reader.read(data, "sample").remarks:
                fail("the reader changes what the whole program shares; see the host's remarks")

    def test_what_is_no_such_file_is_refused_with_words(self) -> None:
        """Nothing, noise, and the beginnings of files: read, or refused with what would work."""
        cut = (data[: len(data) * part // 21] for data in self.samples for part in _CUTS)
        for data in (b"", _NOISE, *cut):
            try:
                made: object = self.reader.read(data, "sample")
            except InputError as error:
                if not error.message.strip():
                    fail("a refusal has no words")
            else:
                if not isinstance(made, SourceReading):
                    fail(f"it returned {made!r:.80}, not a SourceReading")

    def test_it_prints_nothing(self, capsys: Any) -> None:
        """Standard output and standard error are the host's."""
        capsys.readouterr()
        for _made in self._read():
            pass
        printed = capsys.readouterr()
        if printed.out or printed.err:
            fail(f"the reader printed {printed.out or printed.err!r:.200}")

    # -- how ------------------------------------------------------------------------------------

    def _calls(self) -> tuple[Call, ...]:
        """Return the reading of each sample, and of half of it, which may be refused."""
        files = [
            (name, part)
            for number, data in enumerate(self.samples, start=1)
            for name, part in ((f"sample {number}", data), ("half of it", data[: len(data) // 2]))
        ]
        return tuple(Call(name, _read_or_refused, (data,)) for name, data in files)

    def _offered(self) -> OfferedReader:
        return _offered(self.reader)

    def _read(self, name: str = "sample") -> Iterator[tuple[SourceReading, tuple[str, ...]]]:
        for data, sentences in self.samples.items():
            yield self._offered().read(data, name), sentences


def _offered(reader: Reader) -> OfferedReader:
    return OfferedReader.of(reader, Origin(distribution="under-test", entry_point="test"))


def _read_or_refused(reader: Reader, data: bytes) -> SourceReading | str:
    """Return what the host has read by a reader, or the words with which it refuses."""
    try:
        return _offered(reader).read(data, "sample")
    except InputError as error:
        return error.message
