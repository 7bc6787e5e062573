"""Any record that the model allows: every vocabulary, every axis."""

from typing import Any

import attrs
from hypothesis import strategies as st

from ssrpolicy.model import (
    LANGUAGES,
    Answer,
    Disposition,
    Framework,
    Instrument,
    InstrumentKind,
    Party,
    Place,
    PolicyRecord,
    Request,
    Sector,
    SetAside,
    SetAsideReason,
)
from strategies.entries import (
    UNREAD,
    documents,
    quantities,
    read_in,
    statements,
    timeframes,
    updates,
)
from strategies.values import (
    SHORT,
    codes,
    edtf_dates,
    ids,
    local_texts,
    made,
    several,
    some,
    texts,
    unlike,
)


def _code(cls: type[Any]) -> st.SearchStrategy[Any]:
    options = {
        "aliases": several(texts),
        "valid_from": edtf_dates,
        "valid_until": edtf_dates,
        "successors": unlike(codes),
    }
    if cls is Party:
        options["part_of"] = codes
    return made(cls, options, id=codes, name=local_texts)


_DOCUMENTS = st.lists(
    documents(), min_size=1, max_size=SHORT, unique_by=lambda document: document.id
)
_INSTRUMENT = made(
    Instrument,
    {
        "party": ids,
        "owners": unlike(ids),
        "quantities": several(quantities()),
        "quotes": several(UNREAD),
    },
    id=ids,
    kind=st.sampled_from(InstrumentKind),
    name=local_texts,
)
_REQUEST = made(
    Request,
    {"quotes": several(UNREAD), "term": timeframes, "implied": st.booleans()},
    id=ids,
    document=ids,
    summary=local_texts,
)
_DISPOSITION = made(
    Disposition,
    {"scope": local_texts, "by": unlike(ids), "because": unlike(ids), "quotes": several(UNREAD)},
    request=ids,
    document=ids,
    answer=st.sampled_from(Answer),
)
_LEFT_OUT = st.builds(SetAside, quote=UNREAD, reason=st.sampled_from(SetAsideReason))
_TABLES = some(
    requests=several(_REQUEST),
    statements=several(statements(UNREAD)),
    dispositions=several(_DISPOSITION),
    instruments=several(_INSTRUMENT),
    set_aside=several(_LEFT_OUT),
    updates=several(updates(UNREAD)),
    parties=several(_code(Party)),
    places=several(_code(Place)),
    sectors=several(_code(Sector)),
    frameworks=several(_code(Framework)),
)
_LANGUAGES = st.sampled_from(LANGUAGES)
_TITLE = some(title=local_texts)


@st.composite
def records(draw: st.DrawFn) -> PolicyRecord:
    """Any record that the model allows; its ids are unique, its references need not hold."""
    read = draw(_DOCUMENTS)

    def quoting(entry: Any) -> Any:
        if isinstance(entry, SetAside):
            return attrs.evolve(entry, quote=read_in(read, entry.quote, draw))
        quotes = tuple(read_in(read, each, draw) for each in getattr(entry, "quotes", ()))
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
    """The record with a number after each id that another entry has already."""
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
