"""Quotes as they stand in TOML and in JSON: the W3C's selectors in the latter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ssrpolicy.codec.values import PLAIN_DOCUMENT, Place, Refused, nearest, wrong_type
from ssrpolicy.model.documents import Passage

QUOTE_SELECTOR = "TextQuoteSelector"
POSITION_SELECTOR = "TextPositionSelector"

_PASSAGE_KEYS = ("document", "selector", "derived")
_QUOTE_KEYS = ("type", "exact", "prefix", "suffix")
_POSITION_KEYS = ("type", "start", "end")
_TOML_KEYS = ("document", "quote", "prefix", "suffix")


def toml_passage(value: object, _: object = None) -> Passage:
    """Return a quote from its words, or from a table; it is from the document being read."""
    if type(value) is str:
        return Passage(document=_document_at_hand(), quote=value)
    if type(value) is not dict:
        raise wrong_type(value, "a quote", hint="Write the words, or { document, quote }.")
    _check_keys(value, _TOML_KEYS, ())
    given = {name: _text(value, name, ()) for name in value}
    if "quote" not in given:
        raise Refused("lacks the key quote", code="key-missing")
    return Passage(**{"document": given.get("document") or _document_at_hand(), **given})


def _document_at_hand() -> str:
    document = PLAIN_DOCUMENT.get()
    if document is None:
        raise Refused(
            "names no document, and the record has no source",
            code="key-missing",
            hint='Give the record its source, such as source = "letter".',
        )
    return document


def json_passage(value: object, _: object = None) -> Passage:
    """Return a quote from its document and selectors."""
    if type(value) is not dict:
        raise wrong_type(value, "an object with document and selector")
    _check_keys(value, _PASSAGE_KEYS, ())
    document = _text(value, "document", ())
    quote, at, position = None, 0, None
    for index, selector in enumerate(_selectors(value)):
        kind = selector.get("type")
        place: Place = ("selector", index)
        if kind == QUOTE_SELECTOR and quote is None:
            quote, at = selector, index
        elif kind == POSITION_SELECTOR and position is None:
            position = selector
            _check_position(selector, place)
        else:
            raise Refused(
                "is no selector that a quote has here",
                code="value-unknown",
                hint=f"One {QUOTE_SELECTOR}, and at most one {POSITION_SELECTOR}.",
                place=place,
            )
    place = ("selector", at)
    if quote is None:
        raise Refused(f"lacks its {QUOTE_SELECTOR}", code="key-missing", place=("selector",))
    _check_keys(quote, _QUOTE_KEYS, place)
    return Passage(
        document=document,
        quote=_text(quote, "exact", place),
        prefix=_text(quote, "prefix", place) if "prefix" in quote else "",
        suffix=_text(quote, "suffix", place) if "suffix" in quote else "",
    )


def _selectors(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    selectors = value.get("selector")
    if selectors is None:
        raise Refused("lacks the key selector", code="key-missing")
    if type(selectors) is not list:
        raise _placed(wrong_type(selectors, "a list of selectors"), ("selector",))
    for index, selector in enumerate(selectors):
        if type(selector) is not dict:
            raise _placed(wrong_type(selector, "a selector"), ("selector", index))
        yield selector


def _check_position(selector: dict[str, Any], place: Place) -> None:
    _check_keys(selector, _POSITION_KEYS, place)
    for name in ("start", "end"):
        if name not in selector:
            raise Refused(f"lacks the key {name}", code="key-missing", place=place)
        if type(selector[name]) is not int:
            raise _placed(wrong_type(selector[name], "a whole number"), (*place, name))


def _check_keys(value: dict[str, Any], known: tuple[str, ...], place: Place) -> None:
    for key in value:
        if key not in known:
            close = nearest(key, known)
            hint = f"Did you mean {close}?" if close else f"Known here: {', '.join(known)}."
            raise Refused(
                f"has the unknown key {key[:60]!r}",
                code="key-unknown",
                hint=hint,
                place=(*place, key),
            )


def _text(value: dict[str, Any], name: str, place: Place) -> str:
    if name not in value:
        raise Refused(f"lacks the key {name}", code="key-missing", place=place)
    found = value[name]
    if type(found) is not str:
        raise _placed(wrong_type(found, "a text"), (*place, name))
    return found


def _placed(refusal: Refused, place: Place) -> Refused:
    refusal.place = place
    return refusal


def passage_data(passage: Passage) -> dict[str, Any]:
    """Return a quote as JSON has it, without what is derived from the document's text."""
    selector = {"type": QUOTE_SELECTOR, "exact": passage.quote}
    if passage.prefix:
        selector["prefix"] = passage.prefix
    if passage.suffix:
        selector["suffix"] = passage.suffix
    return {"document": passage.document, "selector": [selector]}
