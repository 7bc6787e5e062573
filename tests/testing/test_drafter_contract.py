"""The contract of a drafter: the one built in keeps it, and others are told what they break."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from attrs import frozen

from draftable import ANSWERS, LETTER
from ssrpolicy.drafting.cues.drafter import Cues
from ssrpolicy.model import (
    Claim,
    Confidence,
    Document,
    Ground,
    LocalText,
    Passage,
    PolicyRecord,
    Proposal,
)
from ssrpolicy.reporting import option
from ssrpolicy.testing import DrafterContract
from tables import each_case


class TestCues(DrafterContract):
    """The contract, kept by the drafter that is built in, in Dutch."""

    drafter = Cues()
    texts = (LETTER, ANSWERS)


class TestCuesInEnglish(DrafterContract):
    """The same in English."""

    drafter = Cues()
    texts = ("You asked for the figures.\n\nI will write to the Committee by the end of June.",)
    language = "en"


class Claims:
    """Proposes a claim with the first ten characters of a text."""

    name = "claims"
    summary = "The first words."
    languages = ("nl",)
    api = 1

    def propose(self, record: PolicyRecord, document: Document) -> Iterator[Proposal]:  # noqa: ARG002 - the contract's signature
        """Yield the claim."""
        text = document.text or ""
        yield self.claim(document.id, text[:10], 0, 10)

    def claim(self, document: str, quote: str, start: int, end: int) -> Proposal:
        """A proposal of a claim."""
        entry = Claim(
            id="words",
            summary=LocalText(nl="De woorden."),
            quotes=(Passage(document=document, quote=quote),),
        )
        ground = Ground(document=document, start=start, end=end)
        return Proposal(
            entry=entry, grounds=(ground,), rule="first", why="first", confidence=Confidence.SURE
        )


@frozen(kw_only=True)
class Length:
    """How much is quoted."""

    characters: int = option(0, help="The first characters that are quoted.")


class Asked(Claims):
    """Proposes nothing unless a length is given."""

    options = Length

    def propose(  # type: ignore[override]  # it is a drafter with options, of the other protocol
        self,
        record: PolicyRecord,  # noqa: ARG002 - the contract's signature
        document: Document,
        options: Length,
    ) -> Iterator[Proposal]:
        """Yield the claim."""
        if document.text and document.text.startswith("Deze") and options.characters:
            yield self.claim(
                document.id, document.text[: options.characters], 0, options.characters
            )


class TestAsked(DrafterContract):
    """The contract of a drafter that cannot do without an option."""

    drafter = Asked()
    texts = ("Deze woorden staan hier een keer.",)
    given: ClassVar = {"characters": 13}


class Wrong(Claims):
    """Quotes what the text does not have."""

    def propose(self, record: PolicyRecord, document: Document) -> Iterator[Proposal]:  # noqa: ARG002 - the contract's signature
        """Yield the claim."""
        yield self.claim(document.id, "Dit staat er niet.", 0, 3)


class Twice(Claims):
    """Proposes something else each time."""

    count = 0

    def propose(self, record: PolicyRecord, document: Document) -> Iterator[Proposal]:  # noqa: ARG002 - the contract's signature
        """Yield the claim."""
        self.count += 1
        yield self.claim(document.id, (document.text or "")[: 9 + self.count], 0, 9 + self.count)


class Points(Claims):
    """Takes what stands between two points for a sentence."""

    def propose(self, record: PolicyRecord, document: Document) -> Iterator[Proposal]:  # noqa: ARG002 - the contract's signature
        """Yield a claim for the first."""
        if found := re.search(r"[^.]*\bstaan\b[^.]*\.", document.text or ""):
            words = " ".join(found.group().split())
            yield self.claim(document.id, words, found.start(), found.end())


@each_case(
    "drafter, test",
    [
        (Points(), "test_sentences_are_quoted_whole"),
        (Wrong(), "test_nothing_that_it_proposes_is_dropped"),
        (Wrong(), "test_it_proposes_something_that_passes"),
        (Twice(), "test_it_proposes_the_same_twice"),
        (Claims(), "test_no_text_breaks_it"),
    ],
)
def test_what_breaks_the_contract_is_named(drafter: Any, test: str) -> None:
    """The test that fails is the one that says what is wrong."""

    class Contract(DrafterContract):
        """The contract of this drafter."""

        texts = ("Deze woorden staan hier een keer.",)

    Contract.drafter = drafter
    with pytest.raises(AssertionError):
        getattr(Contract(), test)()
