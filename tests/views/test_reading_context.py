"""A record as a reader sees it: what is missing in the language, and what is found once."""

import datetime as dt
import subprocess
import sys

import attrs
import pytest

from ssrpolicy import LocalText, PolicyRecord, Votes, codelists
from ssrpolicy.model import ListName
from ssrpolicy.views.notes.frame import parts_of
from ssrpolicy.views.shared import ReadingContext, vote_counts

AS_OF = dt.date(2034, 4, 15)


def test_a_text_in_the_other_language_is_marked_and_accounted_for(record: PolicyRecord) -> None:
    """What exists in Dutch only comes marked in an English report, which can then say so."""
    context = ReadingContext(record, "en", AS_OF)
    assert context.text(LocalText(nl="brief", en="letter")) == "letter"
    assert (context.fell_back, context.foreign_names) == (False, {})
    assert context.text(LocalText(nl="brief")) == "[Dutch] brief"
    assert (context.fell_back, context.foreign_names) == (True, {"brief": "nl"})


def test_both_languages_stand_below_each_other_where_asked(record: PolicyRecord) -> None:
    """The editable text stays one text in one language."""
    context = ReadingContext(record, "en", AS_OF, summaries="both")
    text = LocalText(nl="brief", en="letter")
    assert context.text(text) == "letter\n[Dutch] brief"
    assert context.editable_text(text) == "letter"


def test_without_a_day_everything_recorded_counts(invented: PolicyRecord) -> None:
    """A reader of no day in particular sees the latest of each statement."""
    context = ReadingContext(invented, "nl")
    latest = {id: now.updates[-1].date for id, now in context.progress.items() if now.updates}
    assert latest == {
        id: max(u.date for u in invented.updates if u.statement == id) for id in latest
    }


def test_answers_and_requests_are_grouped_in_the_order_of_the_record(
    invented: PolicyRecord,
) -> None:
    """Each request has the answers that the record gives of it; each document its requests."""
    context = ReadingContext(invented, "nl", AS_OF)
    for request in invented.requests:
        assert tuple(context.answers.get(request.id, ())) == invented.answers(request.id)
        assert request in context.requests[request.document]


def test_an_abbreviation_is_looked_for_once_a_party(
    record: PolicyRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A party that owns thousands of commitments takes no more searching than one that owns one."""
    looked_for: list[str] = []
    real = codelists.code

    def counted(of: PolicyRecord, list_name: ListName, id: str) -> object:
        looked_for.append(id)
        return real(of, list_name, id)

    monkeypatch.setattr(codelists, "code", counted)
    (part,) = parts_of([record], as_of=AS_OF, language="nl")
    first = part.party_in_full("nato")
    once = list(looked_for)
    assert {part.party_in_full("nato") for _ in range(3)} == {first}
    assert looked_for == once


def test_votes_are_counted_as_the_reader_needs_them() -> None:
    """A cell gives figures, a sentence says what they are of; what is not recorded is left out."""
    votes = Votes(in_favour=110, against=7)
    assert vote_counts(votes, "en") == ["110 in favour", "7 against"]
    assert vote_counts(votes, "en", in_sentence=True) == ["110 votes in favour", "7 against"]
    assert len(vote_counts(attrs.evolve(votes, not_voting=1), "nl")) == 3


@pytest.mark.heavy
def test_one_label_loads_no_note() -> None:
    """The public package of views loads what is used of it, and not every note and table."""
    code = (
        "import sys; from ssrpolicy.views import STALE_AFTER, label; label('field.owners', 'nl'); "
        "print(*(name for name in sys.modules if name.startswith('ssrpolicy.views.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "ssrpolicy.views.language.labels" in loaded
    assert not {name for name in loaded if "briefing" in name or "workbook" in name}
    assert "ssrpolicy.views.notes.blocks" not in loaded
