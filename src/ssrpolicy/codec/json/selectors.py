"""Quotes in JSON: read and written with the selectors of the W3C's Web Annotation."""

from collections.abc import Mapping
from typing import Any, Final

from ssrpolicy.codec.problems import (
    FlawedError,
    Place,
    invalid,
    meant,
    missing,
    refused,
    unknown_key,
    wrong_type,
)
from ssrpolicy.codec.scalars import Convert
from ssrpolicy.codec.shape import Data
from ssrpolicy.model import Passage

QUOTE_SELECTOR: Final = "TextQuoteSelector"
POSITION_SELECTOR: Final = "TextPositionSelector"

_PASSAGE_KEYS = ("document", "selector", "derived")
_QUOTE_KEYS = ("type", "exact", "prefix", "suffix")
_POSITION_KEYS = ("type", "start", "end")


def passage(_: Convert) -> Convert:
    """Return the reader of a quote, which has selectors and not the keys of the class."""
    return _passage


def _passage(value: object, _: object) -> Passage:
    if type(value) is not dict:
        raise wrong_type(value, "an object with document and selector")
    _check_keys(value, _PASSAGE_KEYS, ())
    document = _text(value, "document", ())
    quote, place = _quote(value)
    _check_keys(quote, _QUOTE_KEYS, place)
    words = {"quote": _text(quote, "exact", place)}
    words |= {key: _text(quote, key, place) for key in ("prefix", "suffix") if key in quote}
    try:
        return Passage(document=document, **words)
    except ValueError as error:
        raise invalid(error) from None


def _quote(value: Mapping[str, Any]) -> tuple[Data, Place]:
    """Return the one TextQuoteSelector of a quote, with its place."""
    if (selectors := value.get("selector")) is None:
        raise FlawedError([missing("the key selector")])
    if type(selectors) is not list:
        raise wrong_type(selectors, "a list of selectors", place=("selector",))
    found: tuple[Data, Place] | None = None
    positions = 0
    for index, selector in enumerate(selectors):
        place: Place = ("selector", index)
        if type(selector) is not dict:
            raise wrong_type(selector, "a selector", place=place)
        kind = selector.get("type")
        if kind == QUOTE_SELECTOR and found is None:
            found = selector, place
        elif kind == POSITION_SELECTOR and not positions:
            positions += 1
            _check_position(selector, place)
        else:
            raise refused(
                "is not a selector that a quote has here",
                code="value-unknown",
                hint=f"One {QUOTE_SELECTOR}, and at most one {POSITION_SELECTOR}.",
                place=place,
            )
    if found is None:
        raise FlawedError([missing(f"its {QUOTE_SELECTOR}", place=("selector",))])
    return found


def _check_position(selector: Data, place: Place) -> None:
    _check_keys(selector, _POSITION_KEYS, place)
    for name in ("start", "end"):
        if name not in selector:
            raise FlawedError([missing(f"the key {name}", place=place)])
        if type(selector[name]) is not int:
            raise wrong_type(selector[name], "a whole number", place=(*place, name))


def _check_keys(value: Data, known: tuple[str, ...], place: Place) -> None:
    for key in value:
        if key not in known:
            raise FlawedError([unknown_key(key, meant(key, known), place=place)])


def _text(value: Data, name: str, place: Place) -> str:
    if name not in value:
        raise FlawedError([missing(f"the key {name}", place=place)])
    found = value[name]
    if type(found) is not str:
        raise wrong_type(found, "a text", place=(*place, name))
    return found


def passage_data(table: Data, _: object) -> Data:
    """Return the data of a quote as JSON has it, without what is derived from the text."""
    words: Data = {key: table[key] for key in ("prefix", "suffix") if key in table}
    selector = {"type": QUOTE_SELECTOR, "exact": table["quote"], **words}
    return {"document": table["document"], "selector": [selector]}
