"""Anchors: where the passages of a record stand in its documents."""

import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import pytest

from ssrpolicy.evidence import AnchorState, anchors
from ssrpolicy.model import (
    Claim,
    CoverageState,
    Document,
    DocumentKind,
    LocalText,
    Passage,
    PolicyRecord,
    SetAside,
    SetAsideReason,
)

Records: TypeAlias = Callable[..., PolicyRecord]


@pytest.fixture
def record(letter: Path) -> Records:
    """A function that makes a record of the letter, with a motion that has no text."""
    text = (letter / "sources" / "kst-32123-X-124.txt").read_bytes().decode("utf-8")
    given: dict[str, Any] = {
        "id": "letter-record",
        "language": "nl",
        "source": "letter",
        "documents": (
            Document(id="letter", kind=DocumentKind.LETTER, text=text),
            Document(id="motion", kind=DocumentKind.MOTION),
        ),
    }
    return lambda **entries: PolicyRecord(**(given | entries))


def passage(quote: str, document: str = "letter", **context: str) -> Passage:
    """A passage of one of the record's documents."""
    return Passage(document=document, quote=quote, **context)


def claim(id: str, *quotes: Passage) -> Claim:
    """A claim with these quotes."""
    return Claim(id=id, summary=LocalText(nl=id), quotes=quotes)


def test_a_passage_that_stands_once_is_found_with_its_place(record: Records) -> None:
    """The span is that of the untouched text; heading and paragraph come with it."""
    anchored = anchors(record())
    anchor = anchored.of(passage("bij voorkeur multilateraal, ondersteunen"))
    source = anchored.source("letter")

    assert anchor.state is AnchorState.FOUND
    assert anchor.span is not None
    assert source is not None
    assert source.text[anchor.span.start : anchor.span.end] == (
        "bij voorkeur multila-\nteraal, ondersteunen"
    )
    assert (anchor.heading, anchor.paragraph) == ("Internationale coördinatie op SSR-gebied", 6)


def test_a_passage_that_stands_twice_has_no_one_place(record: Records) -> None:
    """All matches are given, and none of them is the span."""
    anchor = anchors(record()).of(passage("in algemene zin niet noodzakelijk"))

    assert anchor.state is AnchorState.REPEATED
    assert len(anchor.matches) == 2
    assert (anchor.span, anchor.heading, anchor.paragraph) == (None, None, None)


def test_a_prefix_picks_one_of_two(record: Records) -> None:
    """With the words before it, a repeated passage stands in one place."""
    anchored = anchors(record())
    first = anchored.of(passage("in algemene zin niet noodzakelijk", prefix="momenteel"))
    both = anchored.of(passage("in algemene zin niet noodzakelijk"))

    assert first.state is AnchorState.FOUND
    assert first.span == both.matches[0]


@pytest.mark.parametrize(
    "wanted, expected",
    [
        (passage("staat er niet"), AnchorState.MISSING),
        (passage("\u00ad"), AnchorState.MISSING),
        (passage("om geïnformeerd te worden", "motion"), AnchorState.UNVERIFIED),
        (passage("om geïnformeerd te worden", "unknown"), AnchorState.UNVERIFIED),
    ],
)
def test_a_passage_without_a_place_says_why(
    record: Records, wanted: Passage, expected: AnchorState
) -> None:
    """Words that are not there are missing; a document without a text verifies nothing."""
    anchor = anchors(record()).of(wanted)

    assert (anchor.state, anchor.span, anchor.matches) == (expected, None, ())


def test_entries_come_in_reading_order(record: Records) -> None:
    """The order is that of documents and first places; the rest comes last, as it was."""
    entries = (
        claim("unverified", passage("om geïnformeerd te worden", "motion")),
        claim("fund", passage("Tot dusver is dit fonds")),
        claim("missing", passage("staat er niet")),
        claim("opinion", passage("De regering meent")),
        claim("second-quote", passage("staat er niet"), passage("SSR is het proces")),
    )

    ordered = anchors(record(statements=entries)).in_reading_order(entries)

    assert [entry.id for entry in ordered] == [
        "opinion",
        "second-quote",
        "fund",
        "unverified",
        "missing",
    ]


def test_coverage_says_what_of_each_sentence_is_accounted_for(record: Records) -> None:
    """A sentence is quoted, set aside, partly one of these, or untouched."""
    made = record(
        statements=(
            claim("opinion", passage("De regering meent")),
            claim("need", passage("Ook de noodzaak tot intensivering ontbreekt vooralsnog.")),
        ),
        set_aside=(
            SetAside(
                quote=passage(
                    "SSR is het proces om moderne, effectieve en professionele "
                    "veiligheidsstructuren op te bouwen die onder democratische en financiële "
                    "controle functioneren."
                ),
                reason=SetAsideReason.DEFINITION,
            ),
        ),
    )
    sentences = {each.text.split()[1]: each for each in anchors(made).coverage("letter")[:9]}
    need = anchors(made).coverage("letter")[9]

    assert sentences["antwoord"].state is CoverageState.UNTOUCHED
    assert need.state is CoverageState.QUOTED
    assert sentences["is"].state is CoverageState.SET_ASIDE
    assert sentences["is"].place.heading == "Voorwaarden voor ondersteuning SSR"
    assert sentences["is"].place.paragraph == 2
    assert sentences["regering"].state is CoverageState.PARTLY
    (gap,) = sentences["regering"].missing
    untouched = gap.text
    assert untouched.startswith("dat het momenteel in algemene zin niet noodzakelijk is")
    assert untouched.endswith("SSR-activiteiten te intensiveren")


def test_a_document_without_a_text_has_no_coverage(record: Records) -> None:
    """What has no text has no sentences."""
    assert anchors(record()).coverage("motion") == ()


def test_anchors_are_kept_for_the_record_and_not_longer(record: Records) -> None:
    """Asked twice, the same anchors; they do not keep the record alive."""
    made = record()
    dies = weakref.ref(made)

    assert anchors(made) is anchors(made)
    del made
    assert dies() is None


def test_records_with_one_text_share_it(record: Records) -> None:
    """A record with an update more does not fold its documents' texts again."""
    made = record()
    later = attrs.evolve(made, statements=(claim("opinion", passage("De regering meent")),))

    assert anchors(later) is not anchors(made)
    assert anchors(later).source("letter") is anchors(made).source("letter")


def test_two_records_of_one_id_have_anchors_of_their_own(record: Records) -> None:
    """Records are told apart as objects, not by their id."""
    made = record()
    other = attrs.evolve(
        made, documents=(Document(id="letter", kind=DocumentKind.LETTER, text="De regering."),)
    )

    assert anchors(made).of(passage("SSR is het proces")).state is AnchorState.FOUND
    assert anchors(other).of(passage("SSR is het proces")).state is AnchorState.MISSING
