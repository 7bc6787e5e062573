"""A list names who was named as responsible, and not only whose ministry wrote the letter."""

import datetime as dt

import attrs

from ssrpolicy import PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views import listing

AS_OF = dt.date(2010, 12, 31)


def test_a_list_names_the_government_where_the_record_does(record: PolicyRecord) -> None:
    """The author's ministry, which is the one to ask, stands below it and is marked."""
    found = listing(record, "statements", as_of=AS_OF).with_columns(["id", "responsible"])
    shown = {str(id): names for id, names in found.table.rows}
    expected = {
        (
            "nl-regering",
        ): "Nederlandse regering\nMinisterie van Buitenlandse Zaken (afzender: Minister)",
        ("nl-bzk",): "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        (): "Ministerie van Buitenlandse Zaken (afzender: Minister)",
    }

    for owners, names in expected.items():
        ids = [record.full_id(e.id) for e in record.statements if e.owners == owners]
        assert ids
        assert {shown[id] for id in ids} == {names}


def test_who_sent_the_letter_is_said_where_that_is_not_the_ministry() -> None:
    """A state secretary sends it, and the ministry is the one to ask: both are true and shown."""
    small = small_record()
    letter = attrs.evolve(small.documents[0], authors=("minister-bzk",))
    (commitment,) = small.commitments
    unowned = attrs.evolve(commitment, owners=())
    statements = tuple(unowned if each is commitment else each for each in small.statements)
    record = attrs.evolve(
        small, documents=(letter, *small.documents[1:]), statements=statements, updates=()
    )
    found = listing(record, "commitments", as_of=AS_OF).with_columns(["responsible"])
    ministry = "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
    assert found.table.rows == ((f"{ministry} (afzender: Minister)",),)
