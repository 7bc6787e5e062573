"""Texts of a record: identifiers, plain text, and text in Dutch, English or both."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypeAlias

from attrs import NOTHING, Attribute, field, frozen

from ssrpolicy.arguments import check_type, converted, is_among
from ssrpolicy.errors import ArgumentError, ArgumentTypeError
from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _, did_you_mean, marked
from ssrpolicy.model.shortening import brief

Language: TypeAlias = Literal["nl", "en"]
"""The languages in which summaries are kept and reports are written (ISO 639-1)."""

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def check_language(language: object) -> None:
    """Raise ArgumentError for a language in which nothing is written."""
    if not is_among(language, LANGUAGES):
        raise invalid_value(
            _("{value!r:.80} is not a language of records and reports.", value=language),
            _("The languages are nl (Dutch) and en (English)."),
            of_type=isinstance(language, str),
        )


ID_FORM = marked("lower-case words of letters and digits with single hyphens between them")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*")
_ID_LENGTH = 100
_LONGEST_NAME = 200

# What no office format, terminal or XML document can carry: the control characters other than
# tab and line feed, the surrogates, and the two non-characters that XML forbids.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def invalid_value(
    words: str, hint: str | None = None, *, of_type: bool = True
) -> ArgumentError | ArgumentTypeError:
    """Return the error of a value that nothing recorded can have; the words become a sentence.

    ``of_type`` says whether the value is of the type that belongs there.
    """
    kind = ArgumentError if of_type else ArgumentTypeError
    return kind(words if words.endswith(".") else f"{words}.", hint=hint)


def check_text(text: str | None, name: str) -> None:
    """Raise ArgumentError when ``text`` is blank or holds a character that no record may hold."""
    if not isinstance(text, str):
        message = _("{name} is {value!r:.60}, not a text", name=name, value=text)
        raise invalid_value(message, of_type=False)
    if not text or text.isspace():
        raise invalid_value(_("{name} is empty", name=name))
    # Most texts are printable, which is seen far sooner than that they hold no such character.
    if not text.isprintable() and (found := _UNPRINTABLE.search(text)):
        raise invalid_value(
            _(
                "{name} holds the control character U+{found:04X} at position {start}",
                name=name,
                found=ord(found[0]),
                start=found.start(),
            )
        )


def check_name(name: str | None, called: str) -> None:
    """Raise ArgumentError for what does not name who says or decides something.

    That is what :func:`check_text` refuses, and a text of more characters than any name has.
    ``called`` is what messages call the name.
    """
    check_text(name, called)
    if len(name or "") > _LONGEST_NAME:
        raise invalid_value(
            _(
                "{name} has {number:,} characters, and a name has at most {most}",
                name=called,
                number=len(name or ""),
                most=_LONGEST_NAME,
            )
        )


def made_of(cls: type, example: str | None = None) -> Callable[[object, Attribute[Any], Any], None]:
    """Return the validator of a field that holds a value of a class, a tuple of them, or None.

    Whether it is a tuple, the type of the field says, and its default whether None will do.
    ``example`` shows how such a value is made; with what its class takes, if left out.
    """
    shown = example or f"{cls.__name__}(...)"

    def validate(_instance: object, attribute: Attribute[Any], value: object) -> None:
        if value is attribute.default is not NOTHING:
            return
        several = str(attribute.type).startswith("tuple[")
        if not several and isinstance(value, cls):
            return
        one = several and not isinstance(value, tuple)
        for each in value if isinstance(value, tuple) and several else (value,):
            if one or not isinstance(each, cls):
                raise invalid_value(
                    _(
                        "{name} holds {value!r:.60}, where {example} belongs",
                        name=attribute.name,
                        value=each,
                        example=f"({shown},)" if one else shown,
                    ),
                    of_type=False,
                )

    return validate


def _check_list(values: object, name: str) -> None:
    """Raise ArgumentTypeError for what is not a tuple: a text would be read by its letters."""
    if isinstance(values, str):
        raise invalid_value(
            _("{name} is the text {value!r:.60}, not a tuple of texts", name=name, value=values),
            of_type=False,
        )
    if not isinstance(values, tuple):
        raise invalid_value(
            _("{name} is {value!r:.60}, not a tuple of texts", name=name, value=values),
            of_type=False,
        )


def _is_id(text: object, form: re.Pattern[str]) -> bool:
    return isinstance(text, str) and len(text) <= _ID_LENGTH and bool(form.fullmatch(text))


def _meant(text: object, form: re.Pattern[str], name: str = "") -> str | None:
    """Return a hint at the id in a full one, or at the one that words would make."""
    _, full, words = text.rpartition("#") if isinstance(text, str) else ("", "", "")
    meant = re.sub(r"[^A-Za-z0-9]+", "-", words.lower() if form is _ID else words).strip("-")
    return did_you_mean([meant]) if (full or name == "id") and _is_id(meant, form) else None


def plain_text(_instance: object, attribute: Attribute[Any], text: str | None) -> None:
    """Validate a text, or None where that is the default: not blank, no control characters."""
    if text is not None or attribute.default is not None:
        check_text(text, attribute.name)


def somebody(_instance: object, attribute: Attribute[Any], name: str | None) -> None:
    """Validate who says or decides something, by name or id, or None where that is the default."""
    if name is not None or attribute.default is not None:
        check_name(name, attribute.name)


def plain_texts(_instance: object, attribute: Attribute[Any], texts: tuple[str, ...]) -> None:
    """Validate a list of texts: none blank, no control characters but tab and line feed."""
    _check_list(texts, attribute.name)
    for text in texts:
        check_text(text, attribute.name)


def identifier(_instance: object, attribute: Attribute[Any], text: str | None) -> None:
    """Validate the id of an entry, or None where that is the default."""
    if (text is not None or attribute.default is not None) and not _is_id(text, _ID):
        of = {"name": attribute.name, "text": text, "form": _(ID_FORM)}
        message = _("{name} {text!r:.120} is not an id: ids are {form}", **of)
        hint = _meant(text, _ID, attribute.name)
        raise invalid_value(message, hint, of_type=isinstance(text, str))


def identifiers(
    _instance: object, attribute: Attribute[Any], texts: tuple[str, ...] | None
) -> None:
    """Validate a list of ids, or None where that is the default: none of them twice."""
    if texts is attribute.default is not NOTHING:
        return
    _check_list(texts, attribute.name)
    for text in texts or ():
        if not _is_id(text, _ID):
            of = {"name": attribute.name, "text": text, "form": _(ID_FORM)}
            message = _("{name} holds {text!r:.120}: ids are {form}", **of)
            raise invalid_value(message, _meant(text, _ID), of_type=isinstance(text, str))
    if texts and len(set(texts)) != len(texts):
        raise invalid_value(_("{name} names one id twice", name=attribute.name))


def code(_instance: object, attribute: Attribute[Any], text: str | None) -> None:
    """Validate a code of a code list or the id of a record, or None where that is the default."""
    if (text is not None or attribute.default is not None) and not _is_id(text, _CODE):
        raise invalid_value(
            _(
                "{name} {text!r:.120} is not a code: letters, digits and single hyphens, "
                "points or underscores",
                name=attribute.name,
                text=text,
            ),
            hint=_meant(text, _CODE, attribute.name),
            of_type=isinstance(text, str),
        )


def codes(_instance: object, attribute: Attribute[Any], texts: tuple[str, ...]) -> None:
    """Validate a list of codes: each a code, none of them twice."""
    if texts is attribute.default is not NOTHING:
        return
    _check_list(texts, attribute.name)
    for text in texts:
        code(None, attribute, text)
    if len(set(texts)) != len(texts):
        raise invalid_value(_("{name} names one code twice", name=attribute.name))


class FullId(NamedTuple):
    """The id that trackers, links and relations carry: a record's and an entry's, ``record#id``."""

    record: str
    entry: str

    @classmethod
    def parse(cls, text: str) -> FullId | None:
        """Return the parts of a full id; None for a text that is not one."""
        found = cls.split(text)
        return found if "#" in text else None

    @classmethod
    def split(cls, text: str) -> FullId:
        """Return the parts of a full id; of a record's own id the entry is empty."""
        check_type(text, str, "text", "'record#entry'")
        record, _sign, entry = text.partition("#")
        return cls(record, entry)

    def __str__(self) -> str:
        return f"{self.record}#{self.entry}"


@frozen(kw_only=True, repr=False)
@by_fields
class LocalText:
    """A text in Dutch, in English, or in both; at least one of them is there.

    Attributes:
        nl: the text in Dutch; None without it.
        en: the text in English; None without it.
    """

    nl: str | None = field(default=None, validator=plain_text)
    en: str | None = field(default=None, validator=plain_text)

    def __attrs_post_init__(self) -> None:
        if self.nl is None and self.en is None:
            raise invalid_value(_("the text is empty: give nl, en or both"))

    def text(self, language: Language) -> str:
        """Return the text in ``language``, or in the other language where that is all there is.

        Raises ArgumentError for any other language.
        """
        check_language(language)
        first, second = (self.nl, self.en) if language == "nl" else (self.en, self.nl)
        return first if first is not None else second or ""

    def language(self, wanted: Language) -> Language:
        """Return the language that :meth:`text` gives when ``wanted`` is asked."""
        check_language(wanted)
        if wanted == "nl":
            return "nl" if self.nl is not None else "en"
        return "en" if self.en is not None else "nl"

    def __str__(self) -> str:
        return self.text("nl")

    def __repr__(self) -> str:
        given = ", ".join(
            f"{language}={brief(getattr(self, language), 36)!r}"
            for language in LANGUAGES
            if getattr(self, language) is not None
        )
        return f"LocalText({given})"


def one_of_languages(_instance: object, _attribute: Attribute[Any], value: object) -> None:
    """Validate a language in which records are kept."""
    check_language(value)


def yes_or_no(_instance: object, attribute: Attribute[Any], value: object) -> None:
    """Validate what is either so or not."""
    if not isinstance(value, bool):
        name = attribute.name
        message = _("{name} is {value!r:.40}, not True or False", name=name, value=value)
        raise invalid_value(message, converted(value, name, bool), of_type=False)


local_text = made_of(LocalText, 'LocalText(nl="...")')
"""Validates a field that holds a text in Dutch or English."""
