"""What is True or False, given as a word: "no" would be taken as yes."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest

import ssrpolicy
from ssrpolicy import LocalText, SsrPolicyError, reporting
from ssrpolicy.testing import small_record
from tables import each_case

DAY = dt.date(2034, 1, 1)
ANY: Any = ssrpolicy
REPORTING: Any = reporting
WORD: Any = "no"

CALLS: dict[str, Callable[[], object]] = {
    "overwrite": lambda: ANY.dump(small_record(), "x.json", overwrite=WORD),
    "overwrite ": lambda: ANY.report(
        small_record(), "json", io.BytesIO(), as_of=DAY, overwrite=WORD
    ),
    "internal": lambda: REPORTING.Report(records=small_record(), as_of=DAY, internal=WORD),
    "internal ": lambda: ssrpolicy.Update(
        statement="a", date=DAY, by="nl-bz", note=LocalText(nl="Gebeld."), internal=WORD
    ),
    "implied": lambda: ANY.Request(
        id="a", document="letter", summary=LocalText(nl="Vraag."), implied=WORD
    ),
    "accepted": lambda: REPORTING.DecidedProposal(proposal="a", accepted=WORD, place="A1"),
    "strict": lambda: REPORTING.load_plugins(strict=WORD),
    "derived": lambda: REPORTING.json_text(small_record(), derived=WORD),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_word_is_neither_true_nor_false(
    call: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the argument and what it got, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SsrPolicyError, match=f"^{call.strip()} is 'no', not True or False"):
        CALLS[call]()

    assert [*tmp_path.iterdir()] == []


@each_case("given", [{"message": 3}, {"message": None}, {"hint": 3}])
def test_a_remark_is_made_of_sentences(given: dict[str, Any]) -> None:
    """A rule that gives a number for its message learns it where it makes the remark."""
    (name, value) = next(iter(given.items()))
    with pytest.raises(SsrPolicyError, match=f"{name} is {value!r}, where "):
        REPORTING.Remark(**{"message": "Look.", **given})
    with pytest.raises(SsrPolicyError, match=f"{name} is {value!r}, where "):
        REPORTING.Remark.of(small_record(), "report", **{"message": "Look.", **given})
