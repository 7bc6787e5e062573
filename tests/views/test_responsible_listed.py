"""A list names who was named as responsible, and not only whose ministry wrote the letter."""

import datetime as dt

from ssrpolicy import PolicyRecord
from ssrpolicy.views import listing

AS_OF = dt.date(2010, 12, 31)


def test_a_list_names_the_government_where_the_record_does(record: PolicyRecord) -> None:
    """The author's ministry, which is the one to ask, stands below it and is marked."""
    found = listing(record, "statements", as_of=AS_OF).with_columns(["id", "responsible"])
    shown = {str(id): names for id, names in found.table.rows}
    expected = {
        ("nl-regering",): "Nederlandse regering\nMinisterie van Buitenlandse Zaken (als afzender)",
        ("nl-bzk",): "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        (): "Ministerie van Buitenlandse Zaken (als afzender)",
    }

    for owners, names in expected.items():
        ids = [record.full_id(e.id) for e in record.statements if e.owners == owners]
        assert ids
        assert {shown[id] for id in ids} == {names}
