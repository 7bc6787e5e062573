"""What the schema says of single keys: their descriptions, and the forms that texts must have."""

import inspect
import re
from typing import Any, Final

import attrs

from ssrpolicy.codec.shape import Data, Field
from ssrpolicy.model import Document, Relation, Statement, Votes, texts

# Patterns in the dialect that ECMA-262 and Python have in common. The model is stricter where a
# pattern cannot say all (a day that does not exist); a test holds the two against each other.
ID: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
CODE: Final = "^[A-Za-z0-9]+([-._][A-Za-z0-9]+)*$"
DAY: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PAPER: Final = "^(kst|blg|ah-tk|ah-ek|h-tk|h-ek)-[0-9A-Za-z-]+$"
_EDTF_DAY = "([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
EDTF: Final = rf"^({_EDTF_DAY}|({_EDTF_DAY}|\.\.)?/({_EDTF_DAY}|\.\.)?)$"

_PRINTABLE = r"[^\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]"
TEXT: Final[Data] = {"type": "string", "minLength": 1, "pattern": f"^{_PRINTABLE}*$"}
# A quote may run over a page break; line ends of any kind count as white space.
QUOTE: Final[Data] = {
    "type": "string",
    "minLength": 1,
    "pattern": r"^[^\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]*$",
}
_LENGTH = 100

_BY_VALIDATOR: Final[dict[Any, Data]] = {
    texts.identifier: {"pattern": ID, "maxLength": _LENGTH},
    texts.identifiers: {"items": {"pattern": ID, "maxLength": _LENGTH}, "uniqueItems": True},
    texts.code: {"pattern": CODE, "maxLength": _LENGTH},
    texts.codes: {"items": {"pattern": CODE, "maxLength": _LENGTH}, "uniqueItems": True},
    texts.plain_text: {"minLength": 1, "pattern": TEXT["pattern"]},
    texts.plain_texts: {"items": {"minLength": 1, "pattern": TEXT["pattern"]}},
}
_BY_KEY: Final[dict[tuple[type, str], Data]] = {
    (Document, "session_year"): {"pattern": "^[0-9]{4}-[0-9]{4}$"},
    (Document, "url"): {"pattern": "^https?://"},
    (Document, "language"): {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    (Document, "file"): {"minLength": 1, "pattern": r"^[^\\]+$"},
    (Document, "sha256"): {"pattern": "^[0-9a-f]{64}$"},
    (Statement, "quotes"): {"minItems": 1},
    (Relation, "target"): {"pattern": f"({PAPER})|({CODE[:-1]}#{ID[1:]})"},
    **{(Votes, a.name): {"minimum": 0, "maximum": 10_000} for a in attrs.fields(Votes)},
}


def limits(cls: type, field: Field) -> Data:
    """Return what the schema demands of a key beyond its type."""
    for each in cls.__mro__:
        if (each, field.key) in _BY_KEY:
            return dict(_BY_KEY[each, field.key])
    return dict(_BY_VALIDATOR.get(field.attribute.validator, {}))


def description(cls: type, key: str) -> str | None:
    """Return the sentence in which the class's docstring, or that of its base, explains a key."""
    for each in cls.__mro__[:-1]:
        page = " ".join((inspect.getdoc(each) or "").split())
        for sentence in re.split(r"(?<=[.;]) ", page):
            if f"``{key}``" in sentence:
                return f"{sentence.replace('``', '').rstrip(';.')}."
    return None
