"""Of papers of one name, none is taken for another."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merging.printed.entered import entered, names_of
from ssrpolicy import (
    Answer,
    Disposition,
    Document,
    DocumentKind,
    Language,
    LocalText,
    PolicyRecord,
    Request,
)
from ssrpolicy.model import LANGUAGES
from ssrpolicy.testing import small_record

WORDS = ("vragen", "vraag", "brief", "motie", "letter-2", "beantwoording", "besluit")
NAMES = (None, None, "Vragen", "Brief", "Besluit", "letter-2", "2010Z00001", "Vraag over de haven")


@st.composite
def papers_alike(draw: st.DrawFn) -> PolicyRecord:
    """Records of papers without day or number, with ids and titles that read like kinds."""
    small = small_record()
    ids = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True))
    kinds = st.sampled_from((DocumentKind.QUESTION, *DocumentKind))
    days = st.sampled_from((None, None, dt.date(2010, 5, 3)))
    more = []
    for id in ids:
        title = draw(st.sampled_from(NAMES))
        more.append(
            Document(
                id=id,
                kind=draw(kinds),
                date=draw(days),
                title=None if title is None else LocalText(nl=title),
                reference=draw(st.sampled_from((None, None, "vragen", "2010Z00001"))),
            )
        )
    asked = [
        Request(id=f"asked-{id}-{n}", document=id, summary=LocalText(nl="Vraag."), implied=True)
        for id in ids
        for n in range(draw(st.integers(0, 2)))
    ]
    answered = [
        Disposition(
            request=request.id, document=draw(st.sampled_from(ids)), answer=Answer.ANSWERED_HERE
        )
        for request in asked
        if draw(st.booleans())
    ]
    return attrs.evolve(
        small,
        documents=(*small.documents, *more),
        requests=(*small.requests, *asked),
        dispositions=(*small.dispositions, *answered),
    )


@pytest.mark.slow
@pytest.mark.heavy
@given(papers_alike(), st.sampled_from(LANGUAGES))
@settings(max_examples=25)
def test_the_printed_name_of_a_paper_never_means_another_one(
    record: PolicyRecord, language: Language
) -> None:
    """Not where it is the id, the title or the reference of that one: then both are named."""
    for text, id in dict.fromkeys(names_of(record, language)):
        if not id or "\n" in text:
            continue
        plan = entered(record, "nl", evidence="none_found", document=text)
        if plan.refusals:
            (refusal,) = plan.refusals
            assert "may be any of" in refusal.message, text
            assert id in (refusal.hint or ""), text
        else:
            assert plan.edits[0].entered.document == id, text


def test_a_name_that_is_the_id_of_another_paper_is_told_apart_by_the_full_id() -> None:
    """The id alone would be the same words again."""
    small = small_record()
    more = [
        Document(id="brief", kind=DocumentKind.REPORT, title=LocalText(nl="Verslag")),
        Document(id="later", kind=DocumentKind.LETTER),
    ]
    record = attrs.evolve(small, documents=(*small.documents, *more))
    (refusal,) = entered(record, "nl", evidence="none_found", document="Brief").refusals
    assert refusal.hint == (
        "Type the id of the one that is meant: small#brief (rapport); small#later (brief)."
    )
    plan = entered(record, "nl", evidence="none_found", document="small#brief")
    assert [edit.entered.document for edit in plan.edits] == ["brief"]
