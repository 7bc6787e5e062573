"""A JSON record says which answers are earlier ones, whose place a later paper took."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from ssrpolicy.codec import read_json
from ssrpolicy.model import Answer, Disposition, Document, DocumentKind, PolicyRecord
from ssrpolicy.reporting import json_text

LATER = dt.date(2012, 3, 1)


@pytest.fixture
def answered(letter: Path) -> PolicyRecord:
    """The letter, with a later letter that answers its first request again."""
    record = ssrpolicy.load(letter)
    paper = Document(id="later", kind=DocumentKind.LETTER, date=LATER)
    request = record.dispositions[0].request
    again = Disposition(request=request, document="later", answer=Answer.DECLINED)
    return attrs.evolve(
        record, documents=(*record.documents, paper), dispositions=(*record.dispositions, again)
    )


def earlier(record: PolicyRecord, as_of: dt.date) -> list[dict[str, Any]]:
    """What is derived of the answers on a day, those alone of which something is."""
    data = json.loads(json_text(record, as_of=as_of))
    return [each for each in data["dispositions"] if "derived" in each]


def test_an_earlier_answer_is_marked_from_the_day_of_the_later(answered: PolicyRecord) -> None:
    """Before that day nothing took its place, and the later one itself is not marked."""
    request = answered.dispositions[0].request
    marked = earlier(answered, LATER)

    assert earlier(answered, LATER - dt.timedelta(days=1)) == []
    assert [each["derived"] for each in marked] == [{"earlier": True}] * len(marked)
    assert {each["request"] for each in marked} == {request}
    assert "later" not in {each["document"] for each in marked}


def test_what_is_said_of_answers_is_compared_on_reading(answered: PolicyRecord) -> None:
    """A mark that does not follow from the record is reported, and one that does is not."""
    data = json.loads(json_text(answered, as_of=LATER))

    def codes(change: Callable[[dict[str, Any]], object]) -> set[str]:
        copy = json.loads(json.dumps(data))
        change(copy)
        return {
            each.code for each in read_json(json.dumps(copy).encode(), Path("record.json")).findings
        }

    assert "derived-differs" not in codes(lambda copy: copy)
    assert "derived-differs" in codes(lambda copy: copy["dispositions"][0].pop("derived"))
    assert "derived-differs" in codes(
        lambda copy: copy["dispositions"][-1].update(derived={"earlier": "yes"})
    )
