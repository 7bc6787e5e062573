"""What holds for every valid record: every reporter shows it, the same way each time."""

import datetime as dt
import io
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ssrpolicy
from ssrpolicy import Language, PolicyRecord
from strategies import valid_records

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1))


@pytest.mark.slow
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
