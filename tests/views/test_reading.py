"""Records to be read: what their time line says."""

import datetime as dt

from ssrpolicy import PolicyRecord
from ssrpolicy.views.page.page import reading_page


def test_the_time_line_says_what_an_update_changed(invented: PolicyRecord) -> None:
    """A new timeframe, new owners and another firmness stand with what they became, in a line."""
    read = reading_page([invented], as_of=dt.date(2034, 4, 15), language="en")
    said = [moment.text for moment in read.moments if moment.lane == "update"]

    assert "Reported status: In progress" in said
    assert "Timeframe: “uiterlijk op 1 april 2032”" in said
    entered = (
        "Timeframe: [Dutch] zodra de haven weer open is; after: [Dutch] de heropening van de haven"
        "; no document shows this timeframe"
    )
    assert entered in said
    worded = ("Timeframe", "Responsible", "Firmness")
    assert all(": " in text for text in said if text.startswith(worded))


def test_an_update_has_the_id_of_its_document_and_its_citation(invented: PolicyRecord) -> None:
    """By the id a script finds the document in the record; the citation is for readers."""
    read = reading_page([invented], as_of=dt.date(2034, 4, 15), language="en")
    (shown,) = read.records(with_text=False)
    for entry in shown.statements:
        updates = [each for each in invented.history(entry.id) if each.date <= read.as_of]
        assert [each.document for each in entry.history] == [each.document for each in updates]
    events = [event for entry in shown.statements for event in entry.history if event.document]
    assert all(invented.document(event.document or "").id != event.paper for event in events)
    assert "letter of 3 September 2031 (VERZONNEN-2031-12)" in {event.paper for event in events}


def test_its_figures_of_terms_are_of_commitments(invented: PolicyRecord) -> None:
    """As its second sentence counts them; a condition whose day has passed is counted apart."""
    read = reading_page([invented], as_of=dt.date(2034, 4, 15), language="en")
    figures = {each.key: (each.number, each.text) for each in read.figures}

    assert read.sentences[1].startswith(
        "As of 15 April 2034: 3\N{NO-BREAK SPACE}commitments overdue, 1 due soon"
    )
    assert figures["overdue"] == ("3", "overdue commitments")
    assert figures["due_soon"] == ("1", "commitment due soon")
    assert figures["others_overdue"] == ("1", "other statement overdue")
