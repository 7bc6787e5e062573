"""Markup parsed within bounds: no entities, no network, not too many elements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from lxml import etree
from lxml import html as lxml_html

from ssrpolicy.reporting import InputError, marked, xml_mistake
from ssrpolicy_sources.messages import _

MOST_ELEMENTS: Final = 300_000
_MOST_ATTRIBUTES: Final = 250
_MADE_LARGE: Final = marked("It was made to be large, or is not one paper: take the paper itself.")
_ENTITY: Final = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DECLARATIONS: Final = 20_000
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_TOO_MUCH: Final = "ERR_RESOURCE_LIMIT"
_CONTROL: Final = re.compile(rb"[\x01-\x06\x0e-\x1a]")
_MOST_CONTROL: Final = 0.03
"""The share of control characters above which a file is not text; copied text has a few."""


def parsed_xml(data: bytes) -> Any:
    """Return the root of an XML document; raises InputError where that is not safe or not XML."""
    if _ENTITY.search(data[:_DECLARATIONS]):
        raise _has_entities()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            _("this is not well-formed XML: {error}.", error=xml_mistake(error)),
            hint=_("Download it again, or take the PDF."),
        ) from error
    # They may be declared late in the file or in another encoding, or nowhere.
    declared: Any = root.getroottree().docinfo.internalDTD
    if next(root.iter(etree.Entity), None) is not None or (
        declared is not None and next(declared.iterentities(), None) is not None
    ):
        raise _has_entities()
    return _counted(root)


def _has_entities() -> InputError:
    return InputError(
        _("the XML has entities of its own, as no official publication does; it is not read."),
        hint=_("Download it again from officielebekendmakingen.nl."),
    )


def parsed_html(data: bytes) -> Any:
    """Return the root of an HTML document; raises InputError for other bytes."""
    if not data.startswith(_WIDE) and _is_binary(data):
        raise _not_a_page()
    # Without a word of its own about it, a page is in UTF-8 where its bytes are.
    encoding = None
    with suppress(UnicodeDecodeError):
        data.decode("utf-8")
        encoding = "utf-8"
    _count_tags(data, encoding)
    parser = lxml_html.HTMLParser(encoding=encoding, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _not_a_page() from error
    reached = [each.message for each in parser.error_log if each.type_name == _TOO_MUCH]
    if reached:
        nested = any("depth" in message for message in reached)
        raise InputError(
            _("the elements of the page are nested too deeply, and not all of it can be read.")
            if nested
            else _("a text of the page is too long, and not all of it can be read."),
            hint=_("Take its PDF, or copy the letter from the browser into a text file."),
        )
    return root


class _TagCount:
    """What a parser calls for each tag: it counts, and ends the parsing where there are too many.

    A tree of them would take half a gigabyte, and an element with very many attributes hours.
    """

    def __init__(self) -> None:
        self._number = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        """Count an element, and its attributes."""
        self.comment()
        if len(attributes) > _MOST_ATTRIBUTES:
            raise InputError(
                _("an element has more than {most:,} attributes.", most=_MOST_ATTRIBUTES),
                hint=_(_MADE_LARGE),
            )

    def comment(self, *_text: str) -> None:
        """Count what has a place in the tree."""
        self._number += 1
        if self._number > MOST_ELEMENTS:
            raise _too_many()

    pi = comment

    def close(self) -> None:
        """End without a result."""


def _count_tags(data: bytes, encoding: str | None) -> None:
    """Raise InputError where a page has more elements, or attributes of one, than is read."""
    parser = etree.HTMLParser(encoding=encoding, huge_tree=False, target=_TagCount())  # type: ignore[arg-type]  # it hears tags, and no text
    with suppress(etree.XMLSyntaxError, etree.ParserError):
        # Whole: piece by piece, a comment without an end is read anew from its start each time.
        etree.fromstring(data, parser)


def _is_binary(data: bytes) -> bool:
    """Whether the bytes are not text in any encoding; UTF-16 begins with its mark."""
    return b"\0" in data or len(_CONTROL.findall(data)) > _MOST_CONTROL * len(data)


def _not_a_page() -> InputError:
    return InputError(
        _("this is not a web page that can be read."),
        hint=_("Save the page again from the browser, or take its PDF."),
    )


def _counted(root: Any) -> Any:
    for number, _element in enumerate(root.iter(), start=1):
        if number > MOST_ELEMENTS:
            raise _too_many()
    return root


def _too_many() -> InputError:
    return InputError(
        _("the file has more than {most:,} elements.", most=MOST_ELEMENTS), hint=_(_MADE_LARGE)
    )
