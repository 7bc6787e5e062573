"""What a record in memory answers, and how it refuses what it cannot answer."""

import datetime as dt
from typing import Any

import pytest

from ssrpolicy import model
from ssrpolicy.errors import ArgumentTypeError, UnknownIdError
from ssrpolicy.model import (
    Claim,
    Commitment,
    Course,
    Document,
    DocumentKind,
    EdtfDate,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Request,
    SetAside,
    SetAsideReason,
    Timeframe,
)
from ssrpolicy.testing import small_record

LETTER_DAY = dt.date(2010, 4, 29)
DAY = dt.date(2011, 3, 1)
QUOTE = Passage(
    document="letter",
    quote="Nederland volgt dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur "
    "multilateraal, ondersteunen.",
)
SUMMARY = LocalText(
    nl="Nederland zal de ontwikkeling van SSR-beleid, -instrumenten en -middelen door de "
    "Afrikaanse Unie waar mogelijk, en bij voorkeur multilateraal, ondersteunen."
)


def test_what_others_may_use_is_imported_from_the_room() -> None:
    """Each name that the room exports is there; what it does not export is not."""
    assert [name for name in model.__all__ if getattr(model, name, None) is None] == []
    assert dir(model) == sorted(model.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Letter'"):
        model.Letter  # noqa: B018 - that it is looked up is what is tested


@pytest.fixture
def record() -> PolicyRecord:
    """The letter with one commitment, due at the end of 2011."""
    return PolicyRecord(
        id="kst-32123-X-124",
        language="nl",
        source="letter",
        documents=(Document(id="letter", kind=DocumentKind.LETTER, date=LETTER_DAY),),
        statements=(
            Commitment(
                id="african-union",
                summary=SUMMARY,
                quotes=(QUOTE,),
                owners=("nl-bz",),
                firmness=Firmness.CONDITIONAL,
                course=Course.ONCE,
                cue="zal dit proces waar mogelijk",
                timeframe=Timeframe(phrase="de komende jaren", date=EdtfDate("2011")),
            ),
        ),
    )


@pytest.mark.parametrize("key", [None, 1, ("african-union",), b"african-union", slice(0, 1)])
def test_a_key_that_is_no_text_names_no_entry(record: PolicyRecord, key: Any) -> None:
    """A record is asked by id; anything else is refused with how that is done."""
    with pytest.raises(ArgumentTypeError, match="is not the id of an entry of kst-") as raised:
        record[key]

    assert raised.value.hint == 'Ask by id, as in record["letter"].'


def test_an_entry_in_the_place_of_its_id_is_answered_with_the_id(record: PolicyRecord) -> None:
    """As in the question where words stand in a document."""
    document: Any = record.documents[0]
    with pytest.raises(ArgumentTypeError) as raised:
        record.locate("SSR", document)

    assert raised.value.hint == "Give its id, 'letter'."


def test_a_full_id_is_that_of_what_the_record_has(record: PolicyRecord) -> None:
    """An entry, by its id or full id, or a code of its own; never what it does not have."""
    full = "kst-32123-X-124#african-union"

    assert record.full_id("african-union") == record.full_id(full) == full
    assert small_record().full_id("ministry") == "small#ministry"
    with pytest.raises(UnknownIdError, match="Did you mean african-union"):
        record.full_id("afrcan-union")


def test_an_entry_of_another_record_is_said_to_be_that(record: PolicyRecord) -> None:
    """A full id that begins with another record's id does not lead into this one."""
    with pytest.raises(UnknownIdError) as raised:
        record["kst-32123-X-125#african-union"]

    assert raised.value.hint == "That id leads into the record kst-32123-X-125."


def test_an_endless_key_is_not_repeated_in_full(record: PolicyRecord) -> None:
    """The message about an unknown id stays short, however long the id is."""
    with pytest.raises(UnknownIdError) as raised:
        record["a" * 100_000]

    assert len(str(raised.value)) < 200


@pytest.mark.parametrize("days", [10**9, 10**30, 365 * 9000])
def test_any_number_of_days_can_be_looked_ahead(record: PolicyRecord, days: int) -> None:
    """What is due within more days than the calendar has is all that is due at all."""
    assert record.due_within(days, as_of=LETTER_DAY) == record.statements


def test_nothing_is_due_after_the_last_day_of_the_calendar(record: PolicyRecord) -> None:
    """On the calendar's last day one can still ask what is due soon."""
    assert record.due_within(30, as_of=dt.date.max) == ()


@pytest.mark.parametrize("as_of", [dt.datetime(2011, 1, 1, tzinfo=dt.UTC), "2011-01-01", None])
def test_progress_is_asked_as_of_a_calendar_day(record: PolicyRecord, as_of: Any) -> None:
    """A moment or a text in the place of a day is refused with what would work."""
    with pytest.raises(TypeError, match=r"as_of is .*, not a calendar day \(datetime\.date\)"):
        record.progress("african-union", as_of=as_of)
    with pytest.raises(TypeError, match="not a calendar day"):
        record.due_within(30, as_of=as_of)


@pytest.mark.parametrize("date", [dt.datetime(2011, 3, 1, tzinfo=dt.UTC), "2011-03-01", None])
def test_an_update_is_of_a_calendar_day(record: PolicyRecord, date: Any) -> None:
    """An update with a moment or a text for its date is refused at once, not when it is used."""
    with pytest.raises(TypeError, match=r"date is .*, not a calendar day \(datetime\.date\)"):
        record.with_update("african-union", date=date, by="nl-bz", claimed="open")


def test_one_quote_or_owner_may_stand_without_a_list(record: PolicyRecord) -> None:
    """A text where texts belong is one text, and not its letters."""
    moved = record.with_update("african-union", date=DAY, by="nl-bz", owners="nl-defensie")
    noted = record.with_update(
        "african-union", date=DAY, by="nl-bz", note="Gemeld.", quotes="Nederland volgt dit"
    )

    assert moved.updates[-1].owners == ("nl-defensie",)
    assert noted.updates[-1].quotes == (Passage(document="letter", quote="Nederland volgt dit"),)


def test_one_passage_may_stand_without_a_list(record: PolicyRecord) -> None:
    """A passage where passages belong is one passage."""
    noted = record.with_update("african-union", date=DAY, by="nl-bz", note="Gemeld.", quotes=QUOTE)

    assert noted.updates[-1].quotes == (QUOTE,)


@pytest.mark.parametrize(
    "said, words",
    [
        ({"claimed": "done"}, "claimed is 'done'; it is one of unknown, open, in_progress"),
        ({"evidence": "fulfilled"}, "evidence is 'fulfilled'; it is one of not_assessed"),
        ({"firmness": ""}, "firmness is ''; it is one of firm, conditional"),
    ],
)
def test_an_unknown_status_is_refused_with_the_known_ones(
    record: PolicyRecord, said: dict[str, Any], words: str
) -> None:
    """Who writes a status that there is not is told which there are."""
    with pytest.raises(ValueError, match=words):
        record.with_update("african-union", date=DAY, by="nl-bz", **said)


def test_a_term_is_given_as_a_timeframe(record: PolicyRecord) -> None:
    """A text in the place of a term is refused at once: a term is a phrase first."""
    term: Any = "2011"
    with pytest.raises(TypeError, match=r"timeframe holds '2011', where Timeframe\(phrase="):
        record.with_update("african-union", date=DAY, by="nl-bz", timeframe=term)


def test_a_record_made_longer_is_another_and_the_first_stays(record: PolicyRecord) -> None:
    """An update is added to a copy."""
    longer = record.with_update("african-union", date=DAY, by="nl-bz", claimed="open")

    assert (len(record.updates), len(longer.updates)) == (0, 1)
    assert longer != record


def test_what_a_prompt_shows_stays_on_a_line(record: PolicyRecord) -> None:
    """Entries, passages and what is set aside show themselves in at most 100 characters."""
    shown = (
        *record,
        record,
        QUOTE,
        SUMMARY,
        SetAside(quote=QUOTE, reason=SetAsideReason.BACKGROUND),
        Request(id="be-informed", document="letter", summary=SUMMARY),
        Claim(id="a" * 30, summary=SUMMARY, quotes=(QUOTE,)),
    )

    assert [repr(each) for each in shown if len(repr(each)) > 100] == []


@pytest.mark.parametrize("url", ["https://example.org/a b", "https://example.org/a\nb", "https://"])
def test_an_address_has_no_white_space(url: str) -> None:
    """An address that no browser could follow is refused."""
    with pytest.raises(ValueError, match="url"):
        Document(id="letter", kind=DocumentKind.LETTER, url=url)
