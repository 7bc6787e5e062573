"""What holds for every valid record: every reporter shows it, the same way each time."""

import datetime as dt
import io
from typing import Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy import Language, LocalText, PolicyRecord
from ssrpolicy.testing import nasty_record, small_record

# All that the model lets into a text, with what formats trip over more often than chance has it.
TRAPS = st.sampled_from(
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
TEXTS = st.one_of(
    TRAPS,
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=300,
    ),
).filter(lambda text: not text.isspace())
LOCAL_TEXTS = st.builds(LocalText, nl=TEXTS, en=st.none() | TEXTS)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1))


@st.composite
def valid_records(draw: st.DrawFn) -> PolicyRecord:
    """A record without errors whose every free text, and whose updates, may be anything."""
    record = draw(st.sampled_from([small_record(), nasty_record()]))

    def changed(entries: tuple[Any, ...], field: str) -> tuple[Any, ...]:
        return tuple(attrs.evolve(entry, **{field: draw(LOCAL_TEXTS)}) for entry in entries)

    statements = tuple(
        attrs.evolve(statement, doubt=draw(st.none() | LOCAL_TEXTS))
        for statement in changed(record.statements, "summary")
    )
    record = attrs.evolve(
        record,
        title=draw(st.none() | LOCAL_TEXTS),
        requests=changed(record.requests, "summary"),
        statements=statements,
        dispositions=changed(record.dispositions, "scope"),
        instruments=changed(record.instruments, "name"),
        parties=changed(record.parties, "name"),
    )
    for statement in draw(st.lists(st.sampled_from(record.statements), max_size=4)):
        status = draw(st.sampled_from(list(ssrpolicy.ClaimedStatus)))
        day = draw(st.dates(dt.date(2150, 1, 1), dt.date(2200, 1, 1)))
        record = record.with_update(
            statement.id, date=day, by=draw(TEXTS), claimed=status, note=draw(LOCAL_TEXTS)
        )
    assume(not any(finding.is_error for finding in ssrpolicy.check(record)))
    return record


@pytest.mark.parametrize("reporter", ["json", "excel", "word"])
@settings(
    max_examples=15,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
@given(record=valid_records(), as_of=DAYS, language=st.sampled_from(["nl", "en"]))
def test_any_valid_record_renders_in_every_reporter(
    reporter: str, record: PolicyRecord, as_of: dt.date, language: str
) -> None:
    """Whatever its texts hold, a record without errors is reported, and twice the same."""
    written = []
    for _ in range(2):
        out = io.BytesIO()
        ssrpolicy.report(record, reporter, out, as_of=as_of, language=cast("Language", language))
        written.append(out.getvalue())
    assert written[0]
    assert written[0] == written[1]
