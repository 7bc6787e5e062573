"""The budget annex of several records, and where its words come from."""

import datetime as dt

import attrs

from notes_read import blocks_under, plain_text
from ssrpolicy import ClaimedStatus, Commitment, PolicyRecord, Relation, RelationKind, Update
from ssrpolicy.testing import small_record
from ssrpolicy.views import Grid, Paragraph, annex
from views.annex.annexes import LATER, TABLES, placed, rows

AS_OF = dt.date(2010, 12, 31)


def test_the_rows_of_several_records_stand_together_by_date(
    record: PolicyRecord, invented: PolicyRecord
) -> None:
    """The letter of 2010 comes before those of 2031, whatever the order asked."""
    day = dt.date(2034, 4, 15)
    note = annex([invented, record], as_of=day, language="en")
    (table,) = [b for b in blocks_under(note, "Commitments in hand") if isinstance(b, Grid)]
    assert [id.partition("#")[0] for id in table.ids] == [
        *["kst-32123-X-124"] * 7,
        *["lagemeer-2031-7"] * 12,
    ]


def test_a_commitment_of_another_record_can_supersede() -> None:
    """The relation leads into another record of the same annex."""
    later = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    other = small_record()
    promise = attrs.evolve(other.commitments[0], relations=(later,))
    rest = tuple(s for s in other.statements if not isinstance(s, Commitment))
    other = attrs.evolve(other, id="other", statements=(promise, *rest))
    note = annex([small_record(), other], as_of=LATER, language="nl")
    (table,) = [b for b in blocks_under(note, "Toezeggingen in behandeling") if isinstance(b, Grid)]
    assert table.ids == ("other#report", "small#report")
    assert "Vervangen door nr. 1; zie de brief van 29 april 2010" in plain_text(table.rows[1][-1])


def test_a_superseded_commitment_stands_with_the_one_that_took_its_place() -> None:
    """Nobody reports on what was superseded: it is dealt with once its successor is."""
    small = small_record()
    later = Relation(kind=RelationKind.SUPERSEDES, target="small#report")
    promise = attrs.evolve(small.commitments[0], id="later", relations=(later,))
    record = attrs.evolve(small, statements=(*small.statements, promise))
    done = record.with_update("later", date=LATER, by="ministry", claimed="fulfilled")
    assert set(placed(record).values()) == {"Toezeggingen in behandeling"}
    assert set(placed(done).values()) == {"Afgehandelde toezeggingen"}


def test_every_quote_of_a_commitment_and_its_updates_is_a_source(invented: PolicyRecord) -> None:
    """What the rows say can be looked up."""
    note = annex([invented], as_of=dt.date(2034, 4, 15), language="nl")
    given = {source.quote for source in note.sources}
    assert "Op 20 maart 2032 waren 52 opleiders in Bergovië aangekomen." in given
    explored = "Tot en met 2032 wordt verkend of een gezamenlijke meldkamer met Zuidmark haalbaar"
    assert f"{explored} is." in given
    used = {
        run.source
        for block in note.blocks
        if isinstance(block, Grid)
        for cells in block.rows
        for cell in cells
        for run in cell
        if run.source
    }
    assert used == {source.number for source in note.sources}


def test_a_paper_leads_to_its_public_address(record: PolicyRecord) -> None:
    """The citation is a link."""
    note = annex([record], as_of=AS_OF, language="nl")
    (table,) = [b for b in blocks_under(note, "Toezeggingen in behandeling") if isinstance(b, Grid)]
    assert {row[2][0].url for row in table.rows} == {
        "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html"
    }


def test_texts_that_exist_in_the_other_language_only_are_marked(invented: PolicyRecord) -> None:
    """One summary has no English; its row says so, and so does the annex, once."""
    note = annex([invented], as_of=dt.date(2034, 4, 15), language="en")
    assert rows(note, "Commitments in hand")["code-of-conduct"][0].startswith("[Dutch] De regering")
    said = [plain_text(block.runs) for block in note.blocks if isinstance(block, Paragraph)]
    assert said[0].startswith("Not every summary exists in English")


def test_an_annex_names_parties_and_no_accounts() -> None:
    """Who typed an update in a tracker is not said; a ministry that reported it is."""
    record = small_record()
    commitment = record.commitments[0].id
    for by, expected in (("jansen", False), ("nl-bz", True)):
        update = Update(statement=commitment, date=AS_OF, by=by, claimed=ClaimedStatus.FULFILLED)
        note = annex([attrs.evolve(record, updates=(update,))], as_of=LATER, language="nl")
        (shown,) = (
            cell for row in rows(note, TABLES[2]).values() for cell in row if "fgedaan" in cell
        )
        assert by not in shown
        assert ("volgens het ministerie van Buitenlandse Zaken" in shown) is expected
