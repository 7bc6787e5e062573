"""What is given wrongly is answered: in a sentence, with the nearest that would work."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from ssrpolicy import LocalText, PolicyRecord, SsrPolicyError, Update, reporting, selection, views
from ssrpolicy.codec.shape import Entry, ListOf, Scalar, fields_of
from ssrpolicy.model import STATEMENT_CLASSES
from ssrpolicy.selection import Selection, choose
from ssrpolicy.testing import small_record

DAY = dt.date(2034, 1, 1)
ANY: Any = ssrpolicy
VIEWS: Any = views
CHOOSE: Any = choose
SELECTION: Any = Selection
CHOOSING: Any = selection
REPORTING: Any = reporting
THREE: Any = 3
TEXT: Any = "3"


def CHOSEN() -> Any:  # noqa: N802 - it stands among the packages above
    """All of the small record, as a selection that asks nothing chooses it."""
    return choose(small_record(), Selection(), as_of=DAY)


# What Python or a library says where nobody thought of the mistake.
INNARDS = re.compile(
    r"has no attribute|NoneType|unhashable|not subscriptable|not iterable|__|attrs?\b|<factory>|"
    r"expected str, bytes|unexpected type|must be real number|not supported between"
)


@pytest.fixture(scope="module")
def record(fixtures: Path) -> Any:
    """The letter, as if Python had no types."""
    return ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")


def said(call: Callable[[], object]) -> str:
    """The message of the error that a call raises, with its hint."""
    with pytest.raises((SsrPolicyError, ValueError, TypeError)) as raised:
        call()
    return str(raised.value)


QUESTIONS: dict[str, Callable[[Any], object]] = {
    "owned_by": lambda r: r.owned_by("nosuch"),
    "owned_by a number": lambda r: r.owned_by(3),
    "owned_by as of a text": lambda r: r.owned_by("nl", as_of="2034-01-01"),
    "instruments_of": lambda r: r.instruments_of("nosuch"),
    "code": lambda r: r.code("partys", "nl"),
    "check_code": lambda r: r.check_code("parties", "nosuch"),
    "in_place": lambda r: r.in_place("afg"),
    "in_sector": lambda r: r.in_sector("politie"),
    "answers": lambda r: r.answers("nope"),
    "answers nothing": lambda r: r.answers(None),
    "entry": lambda r: r["nope"],
    "entry by number": lambda r: r[3],
    "document": lambda r: r.document("nope"),
    "is_reply": lambda r: r.is_reply("nope"),
    "asked_on": lambda r: r.asked_on("nope"),
    "statement": lambda r: r.statement("letter"),
    "history": lambda r: r.history("nope"),
    "progress": lambda r: r.progress("african-union", as_of="2034-01-01"),
    "progress of nothing": lambda r: r.progress("nope", as_of=DAY),
    "overdue": lambda r: r.overdue(as_of="2034-01-01"),
    "overdue at a moment": lambda r: r.overdue(as_of=dt.datetime(2034, 1, 1, tzinfo=dt.UTC)),
    "due_within": lambda r: r.due_within("30", as_of=DAY),
    "due_within a half": lambda r: r.due_within(0.5, as_of=DAY),
    "due_within the past": lambda r: r.due_within(-1, as_of=DAY),
    "due_within as of a text": lambda r: r.due_within(30, as_of="2034-01-01"),
    "contradicted": lambda r: r.contradicted("nope", as_of=DAY),
    "contradicted as of": lambda r: r.contradicted(r.dispositions[0], as_of=None),
    "locate": lambda r: r.locate(3),
    "locate in": lambda r: r.locate("SSR", "nope"),
    "locate in a number": lambda r: r.locate("SSR", 3),
    "with_update": lambda r: r.with_update("nope", date=DAY, by="x", note="x"),
    "with_update on": lambda r: r.with_update("african-union", date="2034", by="x", note="x"),
    "with_update in": lambda r: r.with_update(
        "african-union", date=DAY, by="x", note="x", document="nope"
    ),
    "with_update claimed": lambda r: r.with_update(
        "african-union", date=DAY, by="x", claimed="don"
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_that_a_record_cannot_answer_is_refused(record: Any, question: str) -> None:
    """An unknown code or id, a text for a number or a day: never an empty answer, nor a riddle."""
    assert not INNARDS.search(said(lambda: QUESTIONS[question](record)))


def test_every_question_with_an_argument_is_asked_wrongly() -> None:
    """No method of a record is left out of the table above; the rest name ids, and check none."""
    methods = {
        name
        for name in dir(PolicyRecord)
        if not name.startswith("_") and callable(getattr(PolicyRecord, name))
    }
    asked = {question.split(" ")[0] for question in QUESTIONS}

    assert methods - asked == {"full_id", "coverage", "findings"}


@pytest.mark.parametrize(
    "wrong", [{"language": "de"}, {"as_of": "2034-01-01"}, {"as_of": None}, {"language": None}]
)
@pytest.mark.parametrize("view", ["annex", "briefing", "changes", "reading_page", "tracker"])
def test_a_view_names_the_argument_that_it_cannot_take(
    record: Any, view: str, wrong: dict[str, Any]
) -> None:
    """Each view refuses another language, and what is not a day."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl", **wrong}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)
    message = said(lambda: getattr(views, view)(record, **given))

    assert not INNARDS.search(message)
    assert "language" in message or "as_of" in message


@pytest.mark.parametrize("view", ["annex", "briefing", "changes", "reading_page", "tracker"])
@pytest.mark.parametrize("records", ["kst-32123-X-124", [3], None])
def test_a_view_is_of_records(view: str, records: Any) -> None:
    """A path or an id in the place of a record is said to be to load first."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl"}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)

    assert "is not a record" in said(lambda: getattr(views, view)(records, **given))


@pytest.mark.parametrize("view", ["annex", "briefing", "changes", "reading_page", "tracker"])
def test_a_view_is_of_a_selection_that_was_applied(record: Any, view: str) -> None:
    """A code or criteria in the place of what they choose, and no record at all, are refused."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl"}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)

    for asked in ("nl-bz", Selection(owners="nl-bz")):
        message = said(partial(getattr(views, view), record, **given, selection=asked))
        assert "where choose(records, Selection(...), as_of=day) belongs" in message
    assert said(lambda: getattr(views, view)([], **given)) == "No record was given to show."


@pytest.mark.parametrize("view", ["annex", "briefing", "changes", "tracker"])
def test_a_view_takes_one_record_or_many(record: Any, view: str) -> None:
    """One record needs no list around it, and an iterator is as good as a list."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl"}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)
    of = getattr(views, view)

    assert of(record, **given) == of([record], **given) == of(iter((record,)), **given)


LABELS: dict[str, tuple[Callable[[], object], str]] = {
    "language": (lambda: VIEWS.label("field.owners", "de"), "The languages are nl"),
    "key": (lambda: VIEWS.label("field.ownrs", "nl"), "field.owners"),
    "table": (lambda: VIEWS.label("feild.owners", "nl"), "field"),
    "number": (lambda: VIEWS.label(3, "nl"), '"field.owners" belongs'),
    "part": (lambda: VIEWS.label("tracker.subject", "nl", day=3), "'date', which is not given"),
    "long_date": (lambda: VIEWS.long_date("2034-01-01", "en"), "not a calendar day"),
    "long_date list": (lambda: VIEWS.long_date([], "en"), "not a calendar day"),
    "long_date language": (lambda: VIEWS.long_date(DAY, "de"), "The languages are nl"),
    "number of text": (lambda: VIEWS.number("3", "en"), "belongs"),
    "number language": (lambda: VIEWS.number(3, "de"), "The languages are nl"),
    "counted": (lambda: VIEWS.counted("recrds", 3, "nl"), "Did you mean records"),
    "counted text": (lambda: VIEWS.counted("records", "3", "nl"), "not a whole number"),
    "counted language": (lambda: VIEWS.counted("records", 3, "de"), "The languages are nl"),
    "capital": (lambda: VIEWS.capital(3), "a text belongs"),
    "visible": (lambda: VIEWS.visible(3), "text is 3, where"),
    "text": (lambda: ANY.LocalText(nl="a").text("xx"), "The languages are nl"),
    "text language": (lambda: ANY.LocalText(nl="a").language("xx"), "The languages are nl"),
    "messages": (lambda: ANY.messages_in("de").__enter__(), "is not a language of messages"),
}


@pytest.mark.parametrize("what", LABELS)
def test_words_dates_and_numbers_are_asked_in_a_known_way(what: str) -> None:
    """An unknown label, noun or language is named with the nearest, and what is not a date."""
    call, words = LABELS[what]
    message = said(call)

    assert words in message
    assert not INNARDS.search(message)


@pytest.mark.parametrize("group", ["own", "", 3, None])
@pytest.mark.parametrize("option", ["group", "summaries"])
def test_a_tracker_has_the_options_that_it_has(record: Any, option: str, group: Any) -> None:
    """Rows are put together by what the tracker knows, and by nothing else."""
    if option == "group" and group is None:
        return
    message = said(lambda: VIEWS.tracker(record, as_of=DAY, language="nl", **{option: group}))

    assert f"{group!r} is not a value of {option}." in message


def test_tables_and_columns_have_names(record: PolicyRecord) -> None:
    """A table or column that is not there is answered with the nearest."""
    tracker = views.tracker(record, as_of=DAY, language="nl")

    assert "Did you mean commitments" in said(lambda: tracker.table("commitment"))
    assert "Did you mean owners" in said(lambda: tracker.table("commitments").column("owner"))


CALLS: dict[str, tuple[Callable[[], object], str]] = {
    "load": (lambda: ANY.load(3), "3 is not a path"),
    "load_all": (lambda: ANY.load_all(None), "None is not a path"),
    "check": (lambda: ANY.check(3), "3 is not a record"),
    "check list": (lambda: ANY.check(["records"]), "'records' is not a record"),
    "dump": (lambda: ANY.dump(small_record(), 3), "3 is not a path"),
    "new": (lambda: ANY.new(3), "3 is not a path"),
    "append": (lambda: ANY.append(3, small_record().statements[0]), "3 is not a path"),
    "undo": (lambda: ANY.undo(3), "3 is not a path"),
    "plan_merge": (lambda: ANY.plan_merge(3, "x", date=DAY), "3 is not a path"),
    "cite": (lambda: ANY.cite(3), "3 is not a text"),
    "report to": (lambda: ANY.report(small_record(), 3, io.BytesIO(), as_of=DAY), "neither the"),
    "report name": (
        lambda: ANY.report(small_record(), "exel", io.BytesIO(), as_of=DAY),
        "Did you mean excel?",
    ),
    "report on": (
        lambda: ANY.report(small_record(), "json", io.BytesIO(), as_of="x"),
        "not a calendar day",
    ),
    "report a selection": (
        lambda: ANY.report(small_record(), "json", io.BytesIO(), as_of=DAY, selection="nl-bz"),
        "selection is 'nl-bz', where Selection(owners=",
    ),
    "choose": (lambda: CHOOSE(small_record(), {}, as_of=DAY), "selection is {}, where Selection("),
    "choose as of": (
        lambda: CHOOSE(small_record(), Selection(), as_of="2034-01-01"),
        "as_of is '2034-01-01', not a calendar day",
    ),
    "owners": (lambda: SELECTION(owners=3), "3 is not a text"),
    "no owners": (lambda: SELECTION(owners=None), "None is not a text"),
    "words": (lambda: SELECTION(words=3), "3 holds no word"),
    "kinds": (lambda: SELECTION(kinds="commitmnt"), "Did you mean commitment"),
    "due within": (lambda: SELECTION(due_within=-3), "due_within is -3; it is 0 to 36500 days."),
    "a criterion": (lambda: SELECTION(updated_since="2034"), "not a calendar day (datetime.date)."),
    "search": (lambda: VIEWS.search(small_record(), None, as_of=DAY), "words is None, where"),
    "changes": (
        lambda: VIEWS.listing(small_record(), "changes", as_of=DAY),
        "needs the day to compare with",
    ),
    "changes since": (
        lambda: VIEWS.listing(small_record(), "changes", as_of=DAY, since="2030-01-01"),
        "since is '2030-01-01', not a calendar day",
    ),
    "listing limit": (
        lambda: VIEWS.listing(small_record(), "motions", as_of=DAY, limit="3"),
        "limit is '3', not a whole number",
    ),
    "baseline": (lambda: REPORTING.baseline(3), "report is 3, where Report("),
    "remark": (lambda: REPORTING.Remark.of("a", "b", "C."), "record is 'a', where ssrpolicy.load("),
    "without notes": (lambda: REPORTING.without_internal(3), "record is 3, where ssrpolicy.load("),
    "judged": (lambda: REPORTING.judged("records"), "'records' is not a record"),
    "read": (lambda: REPORTING.read_portfolio([3]), "3 is not a path"),
    "read a source": (lambda: REPORTING.read_source(3), "3 is not a path"),
    "plugins": (lambda: REPORTING.load_plugins(plugins_dir=3), "3 is not a path"),
    "folder": (lambda: REPORTING.ready_folder(3), "3 is not a path"),
    "json": (lambda: REPORTING.json_text(3), "3 is not a record"),
    "cell": (
        lambda: REPORTING.EditedCell(item="a#b", part="claimed", value="x", place="A1"),
        "part is 'claimed', where EditPart.CLAIMED belongs",
    ),
    "draft by": (lambda: ANY.draft(small_record(), drafter=3), "drafter is 3, where"),
    "record's owners": (
        lambda: small_record().with_update("report", date=DAY, by="x", owners=ANY.Plan),
        "owners is ",
    ),
    "code of a list": (lambda: small_record().code("parties", ANY.Plan), "id is "),
    "codes": (lambda: small_record().check_code(ANY.Plan, "nl"), "is not a value of list_name"),
    "marks": (
        lambda: small_record().locate(small_record().statements[0].quotes[0]).context(marks=THREE),
        "marks is ",
    ),
    "due": (
        lambda: small_record().progress("report", as_of=DAY).is_due_within(TEXT),
        "days is '3', not a whole number",
    ),
    "chosen": (lambda: CHOSEN().holds("small", "report"), "record is 'small', where chosen."),
    "chosen entry": (lambda: CHOSEN().holds(small_record(), 3), "entry is 3, where record["),
    "chosen of another": (
        lambda: CHOSEN().ids(attrs.evolve(small_record(), id="other")),
        "other is not among the records of this selection",
    ),
    "responsible": (lambda: CHOSEN().responsible(small_record(), "report"), "where record.stat"),
    "selection in a line": (lambda: VIEWS.selection_line(3, "nl"), "chosen is 3, where choose("),
    "selection in words": (lambda: VIEWS.selection_words(3, "nl"), "selection is 3, where Sel"),
    "resolved": (lambda: CHOOSING.resolved(3, ()), "selection is 3, where Selection("),
    "folded": (lambda: CHOOSING.folded(3), "text is 3, where"),
    "words in": (lambda: CHOOSING.Words("a").are_in(None), "text is None, where"),
    "ministry": (lambda: CHOOSING.ministry(3, "nl-bz"), "record is 3, where"),
    "dossiers": (lambda: CHOOSING.dossiers_of("32123"), "paper is '32123', where record.doc"),
    "session": (lambda: CHOOSING.session_year_of("32123"), "paper is '32123', where record.doc"),
    "criterion": (lambda: CHOOSING.unknown_code("owner", "x", ()), "Did you mean owners"),
    "proposals": (
        lambda: VIEWS.proposals_table(small_record(), 3, language="nl"),
        "draft is 3, where ssrpolicy.draft(",
    ),
    "unbroken": (lambda: VIEWS.unbroken(3), "text is 3, where"),
    "columns": (
        lambda: VIEWS.listing(small_record(), "letters", as_of=DAY).with_columns(3),
        "keys is 3, where",
    ),
    "label of a list": (lambda: VIEWS.label([], "nl"), "value is [], where"),
    "label in a list": (lambda: VIEWS.label("field.owners", []), "[] is not a language"),
    "day in a list": (lambda: VIEWS.long_date(DAY, []), "[] is not a language"),
    "table": (
        lambda: VIEWS.tracker(small_record(), as_of=DAY, language="nl").table([]),
        "key is [], where",
    ),
    "supplied": (
        lambda: VIEWS.briefing(small_record(), as_of=DAY, language="nl", supplied="x"),
        "supplied is 'x', where Supplied(",
    ),
    "report in": (
        lambda: ANY.report(small_record(), "json", io.BytesIO(), as_of=DAY, language="de"),
        "'de' is not a language",
    ),
}


@pytest.mark.parametrize("what", CALLS)
def test_a_call_of_the_package_names_what_it_cannot_take(what: str) -> None:
    """What is not a path, a record or a reporter is said to be none."""
    call, words = CALLS[what]
    message = said(call)

    assert words in message
    assert not INNARDS.search(message)
    assert re.search(r"\.$", message, re.MULTILINE), message


@pytest.mark.parametrize("entry", ["words", [1], None])
def test_what_is_no_entry_is_not_appended(entry: Any, letter_copy: Path) -> None:
    """Nor is it put in the place of one."""
    appended = said(lambda: ANY.append(letter_copy, entry))
    replaced = said(lambda: ANY.replace(letter_copy, "african-union", entry))

    assert f"{entry!r} is not an entry of a record." in appended
    assert f"{entry!r} is not an entry of a record." in replaced


def test_one_column_is_named_by_its_key() -> None:
    """A text is not read by its letters."""
    found = views.listing(small_record(), "letters", as_of=DAY)

    assert found.with_columns("id") == found.with_columns(["id"])


def test_a_report_is_of_one_record_or_many() -> None:
    """A report takes a record as it takes several, and nothing else."""
    record, given = small_record(), reporting.Report
    made: Any = given

    assert made(records=record, as_of=DAY) == given(records=(record,), as_of=DAY)
    assert made(records=[record], as_of=DAY) == given(records=(record,), as_of=DAY)
    assert "is not a record" in said(lambda: made(records=("x",), as_of=DAY))
    assert "at least one record" in said(lambda: made(records=(), as_of=DAY))


def recorded_classes() -> list[type]:
    """Every class of which a record is made."""
    found: dict[type, None] = {}
    waiting: list[type] = [PolicyRecord, *STATEMENT_CLASSES]
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found[cls] = None
            for each in fields_of(cls).values():
                kind = each.kind.item if isinstance(each.kind, ListOf) else each.kind
                waiting += [kind.cls] if isinstance(kind, Entry) else []
    return [*found]


def parts_of(value: Any) -> Iterator[Any]:
    """A value of a record and all in it that is made of fields."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts_of(each)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts_of(getattr(value, field.name))


@pytest.fixture(scope="module")
def examples(record: Any, fixtures: Path) -> dict[type, Any]:
    """An object of each class of which a record is made."""
    found: dict[type, Any] = {
        ssrpolicy.PageStart: ssrpolicy.PageStart(start=0, page=1),
        ssrpolicy.TextParts: ssrpolicy.TextParts(),
        ssrpolicy.ApartText: ssrpolicy.ApartText(kind=ssrpolicy.ApartKind.MARGIN, text="a"),
        ssrpolicy.Ground: ssrpolicy.Ground(document="letter", start=0, end=1),
        ssrpolicy.FactsFrom: ssrpolicy.FactsFrom(facts=("votes",), name="handelingen"),
    }
    for one in (record, *ssrpolicy.load_all(fixtures / "records")):
        for each in parts_of((one, *one.set_aside)):
            found.setdefault(type(each), each)
    return found


@pytest.mark.parametrize("wrong", [object(), 0.5, {"nl": "a"}, [1], b"a", range(3), None])
def test_a_field_refuses_what_it_cannot_hold(examples: dict[type, Any], wrong: Any) -> None:
    """At once, in a sentence that names the field or the value, as an error of ours."""
    assert set(recorded_classes()) <= set(examples)
    accepted = []
    for cls, example in examples.items():
        for field in attrs.fields(cls):
            if not field.init or (wrong is None and field.default is None):
                continue
            try:
                attrs.evolve(example, **{field.alias: wrong})
            except ssrpolicy.ArgumentError as error:
                message = str(error).replace(repr(wrong), "it")
                assert message.endswith("."), message
                assert not INNARDS.search(message), message
            else:
                accepted.append(f"{cls.__name__}.{field.name}")

    assert accepted == []


@pytest.mark.parametrize(
    "cls, key",
    [
        (cls, key)
        for cls in recorded_classes()
        for key, each in fields_of(cls).items()
        if each.kind == ListOf(Scalar(str))
    ],
)
def test_a_text_is_not_a_list_of_texts(cls: type, key: str) -> None:
    """Python would read a text where texts belong by its letters; every such field refuses it."""
    field = fields_of(cls)[key]

    with pytest.raises(ValueError, match=rf"{key} is the text 'abc', not a tuple of texts"):
        field.validate("abc")


def test_a_quote_is_a_passage() -> None:
    """Words where a passage belongs are refused with how one is made."""
    wrong: Any = ("text",)
    message = said(
        lambda: Update(
            statement="a", date=DAY, by="x", note=LocalText(nl="a"), document="a", quotes=wrong
        )
    )

    assert message == (
        'quotes holds \'text\', where Passage(document="letter", quote="...") belongs.'
    )
