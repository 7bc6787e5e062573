"""Any record that the model allows, for properties: odd texts, every vocabulary, every axis."""

import datetime as dt
import hashlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import assume
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy.model import (
    LANGUAGES,
    Answer,
    Appreciation,
    Claim,
    ClaimedStatus,
    Commitment,
    Condition,
    Course,
    Disposition,
    Document,
    DocumentKind,
    EdtfDate,
    Engagement,
    EvidenceStatus,
    FactsFrom,
    Firmness,
    Framework,
    Instrument,
    InstrumentKind,
    LocalText,
    MetadataSource,
    Outcome,
    PaperNumber,
    Party,
    Passage,
    Place,
    PolicyRecord,
    Position,
    Quantity,
    Relation,
    RelationKind,
    Request,
    Sector,
    SetAside,
    SetAsideReason,
    Statement,
    Timeframe,
    Update,
    Votes,
)
from ssrpolicy.testing import nasty_record, small_record

_SAMPLES = (
    "geïnformeerd worden over de mogelijkheden",
    "SSR-beleid, -instrumenten en -middelen",
    "veiligheids-\nstructuren",
    "de vloot 🚢 en de brandweer 👩🏽‍🚒",
    "\u05e9\u05dc\u05d5\u05dd \u2067rechts naar links\u2069",
    "gei\u0308nformeerd met een los teken",
    "=SUM(A1:A9)",
    "<b>geen opmaak</b> & ]]>",
    "zacht\u00adteken, vaste\u00a0spatie",
)
_SHORT = 3  # entries of a kind in one record: enough to mix, few enough to be quick

characters = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    st.sampled_from("\n\té’„”–-"),
)
texts = st.one_of(
    st.sampled_from(_SAMPLES),
    st.text(characters, min_size=1, max_size=40).filter(lambda text: not text.isspace()),
)
"""What a record may hold as text: not blank, no control characters but tab and line feed."""

ids = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
codes = st.one_of(ids, st.sampled_from(("AFG", "BDI", "XKX", "15210", "police")))
dates = st.dates(dt.date(1815, 1, 1), dt.date(2099, 12, 31))
numbers = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1).map(Decimal),
    st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False),
)
edtf_dates = st.one_of(
    dates.map(EdtfDate.of),
    st.sampled_from(
        (
            "2011",
            "2011-06",
            "2011-23",
            "2011~",
            "201X",
            "2011-XX",
            "2011/2014",
            "2011/..",
            "../2014",
        )
    ).map(EdtfDate),
)
papers = st.sampled_from(
    (
        "kst-32123-X-124",
        "kst-21501-02-1538",
        "kst-20082009-32024-C",
        "blg-123",
        "ah-tk-20092010-123",
    )
).map(PaperNumber.parse)
local_texts = st.one_of(
    st.builds(LocalText, nl=texts),
    st.builds(LocalText, en=texts),
    st.builds(LocalText, nl=texts, en=texts),
)


def _several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=_SHORT).map(tuple)


def _unlike(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=_SHORT, unique=True).map(tuple)


def _some(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of the keys, and not the others: what is not known is absent."""
    return st.fixed_dictionaries({}, optional=optional)


def _made(
    cls: Callable[..., Any],
    options: dict[str, st.SearchStrategy[Any]],
    **needed: st.SearchStrategy[Any],
) -> st.SearchStrategy[Any]:
    return st.builds(
        lambda required, optional: cls(**required, **optional),
        st.fixed_dictionaries(needed),
        _some(**options),
    )


timeframes = _made(
    Timeframe,
    {"date": edtf_dates, "after": texts, "firmness": st.sampled_from(Firmness)},
    phrase=texts,
)


_BOUNDS = st.sampled_from(("exactly", "about", "at_least", "at_most", "range"))
_OF_WHAT = _some(per=texts, of=local_texts)


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


_ABOUT_A_DOCUMENT = _some(
    number=papers,
    register_number=texts,
    reference=texts,
    title=local_texts,
    date=dates,
    session_year=st.just("2009-2010"),
    authors=_unlike(ids),
    on_behalf_of=_unlike(ids),
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
        max_size=_SHORT,
    ).map(tuple),
    replaces=papers,
    outcome=st.sampled_from(Outcome),
    votes=st.builds(Votes, in_favour=st.integers(0, 150), against=st.integers(0, 150)),
    appreciation=st.sampled_from(Appreciation),
)
_LINES = st.lists(texts, max_size=_SHORT).map("\r\n".join)
_FILE = _some(file=st.just("sources/brief.txt"))
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


_UNREAD = _made(
    Passage, {"prefix": texts, "suffix": texts}, document=st.just("unread"), quote=texts
)
"""A quote of which the document is drawn later, so that the strategies are made but once."""
_PLACES, _LENGTHS = st.integers(0, 999), st.integers(1, 30)


def _read_in(read: list[Document], passage: Passage, draw: st.DrawFn) -> Passage:
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
        "owners": _unlike(ids),
        "partners": _unlike(ids),
        "places": _unlike(codes),
        "sectors": _unlike(codes),
        "frameworks": _unlike(codes),
        "needs": _unlike(ids),
        "uses": _unlike(ids),
        "quantities": _several(quantities()),
        "timeframe": timeframes,
        "relations": _several(relation),
        "doubt": local_texts,
    }
    some = st.lists(quotes, min_size=1, max_size=_SHORT).map(tuple)
    return _made(cls, options, id=ids, summary=local_texts, quotes=some, **needed)


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
    options = {"document": ids, "quotes": _several(quotes)}
    said: dict[str, st.SearchStrategy[Any]] = {
        "claimed": st.sampled_from(ClaimedStatus),
        "evidence": st.sampled_from(EvidenceStatus),
        "timeframe": timeframes,
        "firmness": st.sampled_from(Firmness),
        "owners": _unlike(ids),
    }
    needed = {"statement": ids, "date": dates}
    # Only an internal update may have no name.
    signed: list[dict[str, st.SearchStrategy[Any]]] = [
        {"by": texts},
        {"by": texts | st.none(), "internal": st.just(value=True)},
    ]
    return st.one_of(
        *(_made(Update, options, note=local_texts, **needed, **by) for by in signed),
        *(
            _made(Update, options | {"note": local_texts}, **needed, **by, **{axis: values})
            for axis, values in said.items()
            for by in signed
        ),
    )


def _code(cls: type[Any]) -> st.SearchStrategy[Any]:
    options = {
        "aliases": _several(texts),
        "valid_from": edtf_dates,
        "valid_until": edtf_dates,
        "successors": _unlike(codes),
    }
    if cls is Party:
        options["part_of"] = codes
    return _made(cls, options, id=codes, name=local_texts)


_DOCUMENTS = st.lists(
    documents(), min_size=1, max_size=_SHORT, unique_by=lambda document: document.id
)
_INSTRUMENT = _made(
    Instrument,
    {
        "party": ids,
        "owners": _unlike(ids),
        "quantities": _several(quantities()),
        "quotes": _several(_UNREAD),
    },
    id=ids,
    kind=st.sampled_from(InstrumentKind),
    name=local_texts,
)
_REQUEST = _made(
    Request,
    {"quotes": _several(_UNREAD), "term": timeframes, "implied": st.booleans()},
    id=ids,
    document=ids,
    summary=local_texts,
)
_DISPOSITION = _made(
    Disposition,
    {
        "scope": local_texts,
        "by": _unlike(ids),
        "because": _unlike(ids),
        "quotes": _several(_UNREAD),
    },
    request=ids,
    document=ids,
    answer=st.sampled_from(Answer),
)
_LEFT_OUT = st.builds(SetAside, quote=_UNREAD, reason=st.sampled_from(SetAsideReason))
_TABLES = _some(
    requests=_several(_REQUEST),
    statements=_several(statements(_UNREAD)),
    dispositions=_several(_DISPOSITION),
    instruments=_several(_INSTRUMENT),
    set_aside=_several(_LEFT_OUT),
    updates=_several(updates(_UNREAD)),
    parties=_several(_code(Party)),
    places=_several(_code(Place)),
    sectors=_several(_code(Sector)),
    frameworks=_several(_code(Framework)),
)
_LANGUAGES = st.sampled_from(LANGUAGES)
_TITLE = _some(title=local_texts)


@st.composite
def records(draw: st.DrawFn) -> PolicyRecord:
    """Any record that the model allows; its ids are unique, its references need not hold."""
    read = draw(_DOCUMENTS)

    def quoting(entry: Any) -> Any:
        if isinstance(entry, SetAside):
            return attrs.evolve(entry, quote=_read_in(read, entry.quote, draw))
        quotes = tuple(_read_in(read, each, draw) for each in getattr(entry, "quotes", ()))
        return attrs.evolve(entry, quotes=quotes) if quotes else entry

    tables: dict[str, Any] = {
        name: tuple(map(quoting, entries)) for name, entries in draw(_TABLES).items()
    }
    record = PolicyRecord(
        id=draw(codes),
        language=draw(_LANGUAGES),
        source=read[0].id,
        documents=tuple(read),
        **draw(_TITLE),
        **tables,
    )
    return _with_unlike_ids(record)


def _with_unlike_ids(record: PolicyRecord) -> PolicyRecord:
    """The record with a number behind each id that another entry has already."""
    seen = {document.id for document in record.documents}
    changed: dict[str, Any] = {}
    for table in ("requests", "statements", "instruments"):
        entries = []
        for number, entry in enumerate(getattr(record, table)):
            own = (
                entry.id
                if entry.id not in seen
                else f"{entry.id}-{table.replace('_', '')}-{number}"
            )
            seen.add(own)
            entries.append(attrs.evolve(entry, id=own))
        changed[table] = tuple(entries)
    return attrs.evolve(record, **changed)


# All that the model lets into a text, with what formats trip over more often than chance has it.
_TRAPS = st.sampled_from(
    [
        "=1+1",
        "+31",
        "-x",
        "@x",
        "_x000D_",
        "<b>&amp;",
        "]]>",
        "\u202eabc",
        "e\u0301",
        "\U0001f6f0",
        "\t.",
        "a\nb",
    ]
)
_ODD_TEXTS = st.one_of(
    _TRAPS,
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=300,
    ),
).filter(lambda text: not text.isspace())
_ODD_LOCAL_TEXTS = st.builds(LocalText, nl=_ODD_TEXTS, en=st.none() | _ODD_TEXTS)
_ODD_OR_NONE = st.none() | _ODD_LOCAL_TEXTS


@st.composite
def valid_records(draw: st.DrawFn) -> PolicyRecord:
    """A record without errors whose every free text, and whose updates, may be anything."""
    record = draw(st.sampled_from([small_record(), nasty_record()]))

    def changed(entries: tuple[Any, ...], field: str) -> tuple[Any, ...]:
        return tuple(attrs.evolve(entry, **{field: draw(_ODD_LOCAL_TEXTS)}) for entry in entries)

    statements = tuple(
        attrs.evolve(statement, doubt=draw(_ODD_OR_NONE))
        for statement in changed(record.statements, "summary")
    )
    record = attrs.evolve(
        record,
        title=draw(_ODD_OR_NONE),
        requests=changed(record.requests, "summary"),
        statements=statements,
        dispositions=changed(record.dispositions, "scope"),
        instruments=changed(record.instruments, "name"),
        parties=changed(record.parties, "name"),
    )
    for statement in draw(st.lists(st.sampled_from(record.statements), max_size=4)):
        status = draw(st.sampled_from(list(ClaimedStatus)))
        day = draw(st.dates(dt.date(2150, 1, 1), dt.date(2200, 1, 1)))
        record = record.with_update(
            statement.id, date=day, by=draw(_ODD_TEXTS), claimed=status, note=draw(_ODD_LOCAL_TEXTS)
        )
    assume(not any(finding.is_error for finding in ssrpolicy.check(record)))
    return record
