"""What is in Dutch throughout is said once; what is so in part, where it stands."""

import datetime as dt

import attrs

from notes_read import runs_of, text
from ssrpolicy import LocalText, PolicyRecord, Update
from ssrpolicy.views import annex, briefing, dossier, reading_page, tracker
from views.written_questions.answers import ANSWERED, QUESTION

AS_OF = dt.date(2024, 6, 1)


def test_what_is_in_dutch_throughout_is_said_once(reply: PolicyRecord) -> None:
    """A mark before each summary would be a wall; runs say their language to a screen reader."""
    for view in (briefing, dossier, annex):
        note = view([reply], as_of=AS_OF, language="en")
        said = " ".join(text(runs) for block in note.blocks for runs in runs_of(block))

        assert "[Dutch]" not in said + note.title
        assert "Summaries and notes are in Dutch; they do not exist in English yet." in said
        assert "Job titles and names that are recorded only in Dutch are given in Dutch." in said
        assert note.foreign_names.names["minister van Buitenlandse Betrekkingen"] == "nl"


def test_tracker_and_page_say_once_what_is_in_dutch_throughout(reply: PolicyRecord) -> None:
    """As the note does; on the page each text says its language to a screen reader."""
    said_once = "Summaries and notes are in Dutch; they do not exist in English yet."
    found = tracker([reply], as_of=AS_OF, language="en")
    page = reading_page([reply], as_of=AS_OF, language="en")
    (shown,) = page.records()
    cells = [
        str(cell) for each in (*found.sections, *found.tables) for r in each.rows for cell in r
    ]

    assert found.languages == said_once
    assert not [cell for cell in cells if "[Dutch]" in cell]
    assert page.languages == said_once
    assert said_once not in dict(page.notes()).values()
    assert [(e.summary.text, e.summary.language) for e in shown.entries] == [
        (QUESTION, "nl"),
        ("De minister informeert de Kamer over de opleiders.", "nl"),
    ]
    assert tracker([reply], as_of=AS_OF, language="nl").languages is None


def test_what_people_edit_keeps_the_mark_of_its_language(reply: PolicyRecord) -> None:
    """In an English tracker a Dutch note that is corrected after its mark stays Dutch."""
    update = Update(
        statement="inform",
        date=ANSWERED,
        by="minister",
        note=LocalText(nl="De opleiders zijn vertrokken."),
    )
    known = attrs.evolve(reply, updates=(update,))
    (note,) = tracker([known], as_of=AS_OF, language="en").table("commitments").column("note")

    assert note == "[Dutch] De opleiders zijn vertrokken."


def test_what_is_in_dutch_in_part_is_marked_where_it_stands(reply: PolicyRecord) -> None:
    """With one summary in English, a reader cannot know which others are."""
    asked = attrs.evolve(
        reply.requests[0], summary=LocalText(nl=QUESTION, en="How many trainers work in Veldonia?")
    )
    mixed = attrs.evolve(reply, requests=(asked,))
    note = dossier([mixed], as_of=AS_OF, language="en")
    said = " ".join(text(runs) for block in note.blocks for runs in runs_of(block))

    assert "[Dutch] De minister informeert de Kamer over de opleiders." in said
    assert "where it says [Dutch], the Dutch text follows" in said
