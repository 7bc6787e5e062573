"""What a reporter is given."""

import datetime as dt
from typing import Any

import attrs
import pytest

from ssrpolicy import ArgumentError, ArgumentTypeError
from ssrpolicy.codec import digest
from ssrpolicy.reporting import NoOptions, Report, Reporter, load_plugins
from ssrpolicy.testing import nasty_record, small_record

AS_OF = dt.date(2010, 12, 31)


def test_a_report_is_dutch_and_has_no_options_unless_asked() -> None:
    """Records and a day are enough for a report."""
    report = Report(records=(small_record(),), as_of=AS_OF)

    assert (report.language, report.options) == ("nl", NoOptions())


def test_a_report_tells_the_digests_of_its_records() -> None:
    """The digests are those of the canonical JSON, in the order of the records."""
    report = Report(records=(small_record(), nasty_record()), as_of=AS_OF)

    assert report.digests == (digest(small_record()), digest(nasty_record()))
    assert attrs.evolve(report, records=(small_record(),), digests=None).digests == (
        digest(small_record()),
    )


WRONG: dict[str, tuple[object, str]] = {
    "records": ((), "a report is made of at least one record"),
    "as_of": (dt.datetime(2010, 12, 31, tzinfo=dt.UTC), "as_of is .*, not a calendar day"),
    "language": ("fr", "'fr' is not a language of records"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_report_of_nothing_of_a_moment_or_in_another_language_is_refused(name: str) -> None:
    """What no reporter could write is refused before one is asked."""
    value, message = WRONG[name]
    given: dict[str, Any] = {"records": (small_record(),), "as_of": AS_OF, name: value}

    with pytest.raises((ArgumentError, ArgumentTypeError), match=message):
        Report(**given)


def test_the_reporters_of_this_repository_are_reporters() -> None:
    """What is found through the entry points has the members of the Protocol."""
    ours = [r for r in load_plugins().reporters if r.origin.distribution.startswith("ssrpolicy-")]
    reporters: dict[str, object] = {r.name: r.reporter for r in ours}

    assert {"excel", "json", "word"} <= reporters.keys()
    assert [name for name, found in reporters.items() if not isinstance(found, Reporter)] == []
