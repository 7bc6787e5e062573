"""Quotes are accepted as reports print them."""

import pytest

from merging.printed.entered import DAY, entered
from ssrpolicy import PolicyRecord
from ssrpolicy.views import tracker

RECORDS = ("kst-32123-X-124", "lagemeer-2031-7")


@pytest.mark.parametrize("name", RECORDS)
def test_every_printed_quote_is_accepted(name: str, read: dict[str, PolicyRecord]) -> None:
    """In quotation marks, as a list of sources has it, and several on a line each."""
    record = read[name]
    rows = tracker([record], as_of=DAY, language="nl").table("commitments")
    printed = dict(zip(rows.ids, rows.column("quote"), strict=True))
    for statement in record.commitments:
        text = str(printed[record.full_id(statement.id)])
        if "[niet geverifieerd]" in text or len({q.document for q in statement.quotes}) > 1:
            continue
        forms = [text] if "\n" in text else [text, f"“{text}”", f"Brief, alinea 2: “{text}”."]
        for form in forms:
            plan = entered(
                record, "nl", evidence="supports", document=statement.document, quote=form
            )
            assert plan.refusals == (), form
