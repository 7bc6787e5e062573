"""Documents, statements and updates of every kind, with every axis."""

import hashlib
from typing import Any

import attrs
from hypothesis import strategies as st

from ssrpolicy.model import (
    Appreciation,
    Claim,
    ClaimedStatus,
    Commitment,
    Condition,
    Course,
    Document,
    DocumentKind,
    Engagement,
    EvidenceStatus,
    FactsFrom,
    Firmness,
    MetadataSource,
    Outcome,
    Passage,
    Position,
    Quantity,
    Relation,
    RelationKind,
    Statement,
    Timeframe,
    Update,
    Votes,
)
from strategies.values import (
    SHORT,
    codes,
    dates,
    edtf_dates,
    ids,
    local_texts,
    made,
    numbers,
    papers,
    several,
    some,
    texts,
    unlike,
)

timeframes = made(
    Timeframe,
    {"date": edtf_dates, "after": texts, "firmness": st.sampled_from(Firmness)},
    phrase=texts,
)


_BOUNDS = st.sampled_from(("exactly", "about", "at_least", "at_most", "range"))
_OF_WHAT = some(per=texts, of=local_texts)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A quantity with any of the bounds that the model allows."""
    bound = draw(_BOUNDS)
    if bound == "range":
        low, high = sorted((draw(numbers), draw(numbers)))
        given = {"at_least": low, "at_most": high}
    else:
        given = {bound: draw(numbers)}
    options: dict[str, Any] = {**given, **draw(_OF_WHAT)}
    return Quantity(unit=draw(texts), **options)


_ABOUT_A_DOCUMENT = some(
    number=papers,
    register_number=texts,
    reference=texts,
    title=local_texts,
    date=dates,
    session_year=st.just("2009-2010"),
    authors=unlike(ids),
    on_behalf_of=unlike(ids),
    addressee=ids,
    url=st.just("https://example.org/brief?a=1&b=2"),
    language=st.sampled_from(("nl", "en", "en-GB")),
    metadata_from=st.sampled_from(MetadataSource),
    from_register=st.just(("date",)),
    facts_from=st.lists(
        st.builds(
            FactsFrom,
            facts=st.just(("outcome",)),
            name=texts,
            url=st.none() | st.just("https://example.org/handelingen"),
        ),
        max_size=SHORT,
    ).map(tuple),
    replaces=papers,
    outcome=st.sampled_from(Outcome),
    votes=st.builds(Votes, in_favour=st.integers(0, 150), against=st.integers(0, 150)),
    appreciation=st.sampled_from(Appreciation),
)
_LINES = st.lists(texts, max_size=SHORT).map("\r\n".join)
_FILE = some(file=st.just("sources/brief.txt"))
_KINDS = st.sampled_from(DocumentKind)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document, with or without a text; a text has its digest, mostly."""
    given = draw(_ABOUT_A_DOCUMENT)
    if draw(st.booleans()):
        text = draw(_LINES)
        given |= {"text": text} | draw(_FILE)
        if draw(st.booleans()):
            given["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=draw(ids), kind=draw(_KINDS), **given)


UNREAD = made(Passage, {"prefix": texts, "suffix": texts}, document=st.just("unread"), quote=texts)
"""A quote of which the document is drawn later, so that the strategies are made but once."""
_PLACES, _LENGTHS = st.integers(0, 999), st.integers(1, 30)


def read_in(read: list[Document], passage: Passage, draw: st.DrawFn) -> Passage:
    """The quote from one of the documents: often words that stand there, else words that do not."""
    document = read[draw(_PLACES) % len(read)]
    words = passage.quote
    if document.text and not document.text.isspace():
        start = draw(_PLACES) % len(document.text)
        cut = document.text[start : start + draw(_LENGTHS)]
        words = words if cut.isspace() else cut
    return attrs.evolve(passage, document=document.id, quote=words)


def _statement(
    cls: type[Statement], quotes: st.SearchStrategy[Passage], **needed: st.SearchStrategy[Any]
) -> st.SearchStrategy[Statement]:
    targets = st.sampled_from(("kst-32123-X-124", "kst-32123-X-84#be-informed"))
    relation = st.builds(Relation, kind=st.sampled_from(RelationKind), target=targets)
    options = {
        "owners": unlike(ids),
        "partners": unlike(ids),
        "places": unlike(codes),
        "sectors": unlike(codes),
        "frameworks": unlike(codes),
        "needs": unlike(ids),
        "uses": unlike(ids),
        "quantities": several(quantities()),
        "timeframe": timeframes,
        "relations": several(relation),
        "doubt": local_texts,
    }
    some = st.lists(quotes, min_size=1, max_size=SHORT).map(tuple)
    return made(cls, options, id=ids, summary=local_texts, quotes=some, **needed)


def statements(quotes: st.SearchStrategy[Passage]) -> st.SearchStrategy[Statement]:
    """A statement of any kind."""
    commitment = _statement(
        Commitment,
        quotes,
        firmness=st.sampled_from(Firmness),
        course=st.sampled_from(Course),
        cue=texts,
    )
    others = (Condition, Position, Claim, Engagement)
    return st.one_of(commitment, *(_statement(cls, quotes) for cls in others))


def updates(quotes: st.SearchStrategy[Passage]) -> st.SearchStrategy[Update]:
    """An update on any of the axes, or with a note alone."""
    options = {"document": ids, "quotes": several(quotes)}
    said: dict[str, st.SearchStrategy[Any]] = {
        "claimed": st.sampled_from(ClaimedStatus),
        "evidence": st.sampled_from(EvidenceStatus),
        "timeframe": timeframes,
        "firmness": st.sampled_from(Firmness),
        "owners": unlike(ids),
    }
    needed = {"statement": ids, "date": dates}
    # Only an internal update may have no name.
    signed: list[dict[str, st.SearchStrategy[Any]]] = [
        {"by": texts},
        {"by": texts | st.none(), "internal": st.just(value=True)},
    ]
    return st.one_of(
        *(made(Update, options, note=local_texts, **needed, **by) for by in signed),
        *(
            made(Update, options | {"note": local_texts}, **needed, **by, **{axis: values})
            for axis, values in said.items()
            for by in signed
        ),
    )
