"""The contract of a drafter as tests: inherit them, name the drafter, and run pytest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from ssrpolicy import drafting
from ssrpolicy.errors import InputError, PluginError
from ssrpolicy.model import Document, DocumentKind, Draft, Language, PolicyRecord
from ssrpolicy.reporting import AnyDrafter, OfferedDrafter, Origin, judged, option_values
from ssrpolicy.testing.failing import fail
from ssrpolicy.testing.other_process import Call
from ssrpolicy.testing.purity import PurityTests

_ORIGIN = Origin(distribution="under-test", entry_point="drafter")
_NASTY = (
    "",
    " ",
    "\n\n\n",
    "Vraag",
    "?" * 200,
    "Ik zal uw Kamer informeren. " * 8,
    "a\u00adb \ufffe c \u202e d \u0002 e\r\n\f",
    "We will report. \U0001f600 \u05d0\u05d1",
)

_WISH = "Ik wens u een goede vergadering."

_AROUND: dict[Language, tuple[str, str]] = {
    "nl": ("Geachte voorzitter,", ", zoals art. 3 voor 2.5 miljoen heeft"),
    "en": ("Dear Chair,", ", as art. 3 has it for 2.5 million"),
}
"""What comes before a text, and into a sentence of it, in each language."""


class DrafterContract(PurityTests):
    """What every drafter must do, as tests that pytest collects from a class that inherits them.

    Set ``drafter``, and ``texts``: texts from which it proposes something, in ``language``; and
    ``given`` when it cannot do without an option.
    """

    _member = "drafter"
    drafter: ClassVar[AnyDrafter]
    texts: ClassVar[tuple[str, ...]]
    language: ClassVar[Language] = "nl"
    given: ClassVar[Mapping[str, object]] = {}
    """The options of every draft of these tests, by key; those left out have their defaults."""

    def test_it_has_the_members_of_a_drafter(self) -> None:
        """The drafter fits the contract: its members, their types and its version of it."""
        OfferedDrafter.of(self.drafter, _ORIGIN)

    def test_it_proposes_something_that_passes(self) -> None:
        """From each of its texts something is proposed that the host does not drop."""
        for text in self.texts:
            draft = self._draft(text)
            if not draft.proposals:
                fail(f"nothing that passes is proposed from {text!r:.80}: {draft.dropped}")

    def test_nothing_that_it_proposes_is_dropped(self) -> None:
        """Its quotes stand in the text, what it names is there, and no error comes of it."""
        for text in self.texts:
            for dropped in self._draft(text).dropped:
                fail(f"{dropped.rule} proposes from {text!r:.60} what is dropped: {dropped.reason}")

    def test_sentences_are_quoted_whole(self) -> None:
        """A salutation above a sentence is not quoted with it; no abbreviation or figure ends it.

        A sentence of its texts that is quoted whole is still quoted whole, or not at all, below a
        salutation and with "art. 3" and "2.5" in it.
        """
        salutation, more = _AROUND[self.language]
        for text in self.texts:
            for quote in self._whole(self._record(text)):
                before, _, after = text.partition(quote)
                longer = f"{quote[:-1]}{more}{quote[-1]}"
                record = self._record(f"{salutation}\n\n{before}{longer}{after}")
                for found in self._quotes(record):
                    if quote[:-1] in found and found != longer:
                        fail(
                            f"of the sentence {longer!r:.120} it quotes {found!r:.120}; "
                            "record.coverage() has each sentence whole"
                        )

    def test_it_proposes_the_same_twice(self) -> None:
        """Nothing depends on the order of sets, on the clock, or on an earlier draft."""
        for text in self.texts:
            if self._draft(text) != self._draft(text):
                fail(f"two drafts of {text!r:.60} differ")

    def test_it_leaves_out_what_was_accepted(self) -> None:
        """Where the record has all that was proposed, nothing is proposed again."""
        for text in self.texts:
            record = self._record(text)
            tables: dict[str, list[Any]] = {}
            for each in self._draft(text).proposals:
                table = _TABLES.get(each.kind, "statements")
                tables.setdefault(table, [*getattr(record, table)]).append(each.entry)
            changed: dict[str, Any] = {key: tuple(value) for key, value in tables.items()}
            full = attrs.evolve(record, **changed)
            if errors := [each for each in judged([full]) if each.is_error]:
                fail(f"accepting all of {text!r:.60} brings an error: {errors[0].message}")
            if left := self._draft_of(full).proposals:
                fail(f"{left[0]!r} is proposed though the record has it")

    def test_no_text_breaks_it(self) -> None:
        """Empty texts, signs without words and texts of other scripts are read, or refused.

        It refuses a text with an InputError, whose words are for the user.
        """
        for text in _NASTY:
            record = self._record(text)
            try:
                offered = OfferedDrafter.of(self.drafter, _ORIGIN)
                options = option_values(offered, {**self.given})
                offered.propose(record, record.documents[0], options)
            except PluginError as error:
                if not isinstance(error.__cause__, InputError):
                    fail(f"it failed on {text!r:.60}: {error.message}")

    def test_its_options_are_explained(self) -> None:
        """Each option that it declares has a sentence of help."""
        for each in OfferedDrafter.of(self.drafter, _ORIGIN).all_options:
            if not each.help.endswith("."):
                fail(f"the option {each.key} has no sentence of help: {each.help!r}")

    def test_each_choice_of_an_option_works(self) -> None:
        """Whatever word is given for an option that takes some, it proposes without failing."""
        offered = OfferedDrafter.of(self.drafter, _ORIGIN)
        for each in offered.all_options:
            for value in (True, False) if each.type is bool else each.choices.values():
                options = option_values(
                    offered, {**self.given, each.key: (value,) if each.many else value}
                )
                for text in self.texts:
                    record = self._record(text)
                    offered.propose(record, record.documents[0], options)

    def _calls(self) -> tuple[Call, ...]:
        """Return the drafts of its texts, and of one from which nothing need be proposed."""
        texts = (*((f"the text {text!r:.60}", text) for text in self.texts), ("a wish", _WISH))
        return tuple(
            Call(name, _drafted, (self._record(text), {**self.given})) for name, text in texts
        )

    def _record(self, text: str) -> PolicyRecord:
        document = Document(
            id="letter", kind=DocumentKind.LETTER, language=self.language, text=text
        )
        return PolicyRecord(
            id="letter", language=self.language, source="letter", documents=(document,)
        )

    def _quotes(self, record: PolicyRecord) -> tuple[str, ...]:
        """Return what is quoted of the record's text, on one line each."""
        return tuple(
            " ".join(passage.quote.split())
            for each in self._draft_of(record).proposals
            for passage in getattr(each.entry, "quotes", ())
        )

    def _whole(self, record: PolicyRecord) -> Iterator[str]:
        """Yield the sentences that are quoted as they stand in the text, on one line."""
        sentences = {each.text for each in record.coverage()}
        for quote in dict.fromkeys(self._quotes(record)):
            if quote in sentences and quote in (record.documents[0].text or ""):
                yield quote

    def _draft(self, text: str) -> Draft:
        return self._draft_of(self._record(text))

    def _draft_of(self, record: PolicyRecord) -> Draft:
        return _drafted(self.drafter, record, {**self.given})


def _drafted(drafter: AnyDrafter, record: PolicyRecord, given: Mapping[str, object]) -> Draft:
    """Return what the host keeps of what a drafter proposes."""
    offered = OfferedDrafter.of(drafter, _ORIGIN)
    return drafting.propose(record, [offered], options={offered: given})


_TABLES = {
    "document": "documents",
    "party": "parties",
    "request": "requests",
    "disposition": "dispositions",
    "instrument": "instruments",
    "set_aside": "set_aside",
}
