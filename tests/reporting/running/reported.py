"""A report made of the small record, and what stands where it goes."""

import datetime as dt
import io
from pathlib import Path

from ssrpolicy.reporting import load_plugins, run_report
from ssrpolicy.testing import small_record

AS_OF = dt.date(2010, 12, 31)
OLD = b"the report of last year"


def alone_and_unchanged(target: Path) -> bool:
    """Whether the old file is as it was, and nothing stands next to it."""
    return target.read_bytes() == OLD and list(target.parent.iterdir()) == [target]


def report(target: Path | io.BytesIO, to: str = "plain") -> None:
    """Report the small record with a reporter that is installed."""
    run_report(small_record(), to, target, as_of=AS_OF, registry=load_plugins())
