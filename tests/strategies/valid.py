"""Records without errors whose texts may be anything."""

import datetime as dt
from typing import Any

import attrs
from hypothesis import assume
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy.model import ClaimedStatus, LocalText, PolicyRecord
from ssrpolicy.testing import nasty_record, small_record

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
