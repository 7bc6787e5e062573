"""The options of a reporter, each declared once with a default, a type and a sentence of help."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin

import attrs
from attrs import field, frozen

from ssrpolicy.arguments import check_callable, check_type
from ssrpolicy.errors import ArgumentTypeError, OptionError
from ssrpolicy.fields import typed
from ssrpolicy.messages import _, either, marked
from ssrpolicy.storage import NotUtf8Error, utf8_text

T = TypeVar("T")
Several: TypeAlias = tuple[object, ...] | list[object]
"""What an option of several values has."""

HELP = "ssrpolicy_help"
"""The key of the help of an option among the metadata of its field."""
_WORDS: dict[type, str] = {
    bool: marked("yes or no"),
    int: marked("a whole number"),
    float: marked("a number such as 2.5"),
    str: marked("text"),
    dt.date: marked("a date such as 2010-12-31"),
}
_SEVERAL: dict[type, str] = {
    int: marked("whole numbers, with commas between them"),
    float: marked("numbers such as 2.5, with commas between them"),
    str: marked("texts, with commas between them"),
    dt.date: marked("dates such as 2010-12-31, with commas between them"),
}


def option(
    default: T,
    *,
    help: str,  # noqa: A002 - the word that argparse and click have made the usual one
    validator: Callable[[Any, attrs.Attribute[T], T], Any]
    | Sequence[Callable[[Any, attrs.Attribute[T], T], Any]]
    | None = None,
) -> T:
    """Declare an option of a reporter, in an attrs class, with a sentence that explains it.

    The annotation says what it takes: bool, int, float, str, date, an Enum, a Literal, InputFile,
    several of one of these (``tuple[str, ...]`` or ``list[str]``, not of bool or InputFile), or one
    of these or None. ``validator`` is one of attrs, or a list of them: it raises
    ValueError for a value that is refused, and people read that as a sentence.
    """
    check_type(help, str, "help", '"How many rows."')
    if validator is not None and not isinstance(validator, list | tuple):  # several, for attrs
        check_callable(validator, "validator", "attrs.validators.ge(1)")
    if isinstance(default, list):  # each instance has a list of its own
        copied: Callable[[], Any] = default.copy
        made: T = field(factory=copied, validator=validator, metadata={HELP: help})
        return made
    return field(default=default, validator=validator, metadata={HELP: help})


@frozen(kw_only=True, field_transformer=typed)
class InputFile:
    """A file that a reporter is given as an option: its name, without folder, and its bytes.

    Attributes:
        name: the name of the file, without its folder.
        data: the bytes of the file.
    """

    name: str
    data: bytes = field(repr=False)

    def text(self, *, hint: str | None = None) -> str:
        """Return the file's text; raises OptionError, with a hint, where it is not UTF-8."""
        if hint is not None:
            check_type(hint, str, "hint", '"Save it as UTF-8."')
        try:
            return utf8_text(self.data)
        except NotUtf8Error as error:
            raise OptionError(f"{self.name} {error}.", hint=hint) from error


@frozen(kw_only=True)
class Option:
    """One option of a reporter, as the host sees it.

    ``type`` is what a value must be, or each value of it where there are ``many``, in a tuple or
    in the list that ``container`` says; ``choices`` are the words that it takes, if it takes only
    some, each with its value.

    Attributes:
        key: its name, as ``-o`` takes it.
        optional: whether None is a value.
        default: the value if it is left out.
        help: what it does, in a sentence.
    """

    key: str
    type: type
    choices: dict[str, object] = field(factory=dict)
    many: bool = False
    container: Callable[[Iterable[object]], Several] = tuple
    optional: bool = False
    default: object = None
    help: str = ""

    @property
    def takes(self) -> str:
        """What a value looks like, in words."""
        if self.many and self.choices:
            known = ", ".join(map(_choice_words, self.choices))
            words = _("any of {words}, with commas between them", words=known)
        elif self.many:
            words = _(_SEVERAL[self.type])
        elif self.choices:
            words = either(list(map(_choice_words, self.choices)))
        else:
            words = _(_WORDS.get(self.type, marked("the path of a file")))
        return _("{words}, or nothing", words=words) if self.optional else words


_CHOICES = {"yes": marked("yes"), "no": marked("no")}


def _choice_words(choice: str) -> str:
    """Return a choice as people are shown it: yes and no in their language, others as they are."""
    return _(_CHOICES[choice]) if choice in _CHOICES else choice


def options_of(options: type[Any]) -> tuple[Option, ...]:
    """Return what an options class declares, in its order.

    Raises TypeError when it is not an attrs class, when an option has no default, or has a type
    that cannot be given on a command line.
    """
    if not attrs.has(options):
        raise ArgumentTypeError(_("options is {options!r}, not an attrs class", options=options))
    try:
        resolved = attrs.fields(attrs.resolve_types(options))
    except NameError as error:
        raise ArgumentTypeError(
            _(
                "the types of {name} cannot be resolved: {error}; import them plainly",
                name=options.__name__,
                error=error,
            )
        ) from error
    return tuple(_option(options, attribute) for attribute in resolved if attribute.init)


def _option(options: type[Any], attribute: attrs.Attribute[Any]) -> Option:
    key, place = attribute.alias or attribute.name, f"{options.__name__}.{attribute.name}"
    if attribute.default is attrs.NOTHING:
        raise ArgumentTypeError(
            _("{place} has no default; use ssrpolicy.option(default, help=...)", place=place)
        )
    annotation, optional = _without_none(attribute.type)
    container = get_origin(annotation)
    many = container in (tuple, list)
    if many:
        item, *more = get_args(annotation)
        annotation = item if more == ([Ellipsis] if container is tuple else []) else None
    kind, choices = _kind(annotation)
    if kind is None or (many and kind not in _SEVERAL and not choices):
        raise ArgumentTypeError(
            _(
                "{place} is of type {type}; an option is bool, int, float, str, date, an Enum, a "
                "Literal, InputFile, a tuple or list of one of these, or one of these or None",
                place=place,
                type=attribute.type,
            )
        )
    made = Option(
        key=key,
        type=kind,
        choices=choices,
        many=many,
        container=list if container is list else tuple,
        optional=optional,
        default=getattr(options(), attribute.name),
        help=attribute.metadata.get(HELP, ""),
    )
    if not _fits(made, made.default):
        raise ArgumentTypeError(_refused_default(made, place))
    return made


def _refused_default(option: Option, place: str) -> str:
    default, takes = option.default, option.takes
    if not option.many or default is None or isinstance(default, _container(option)):
        return _(
            "the default of {place} is {default!r:.80}; it takes {takes}",
            place=place,
            default=default,
            takes=takes,
        )
    return _(
        "the default of {place} is {default!r:.80}, of type {given}; it takes a {container}: "
        "{takes}",
        place=place,
        default=default,
        given=type(default).__name__,
        container=_container(option).__name__,
        takes=takes,
    )


def _container(option: Option) -> type[Several]:
    return list if option.container is list else tuple


def _fits(option: Option, value: object) -> bool:
    """Whether an option has a value, with which it would be left out."""
    if value is None:
        return option.optional
    if option.many:
        if not isinstance(value, list | tuple) or not isinstance(value, _container(option)):
            return False
        return all(_is_one(option, each) for each in value)
    return _is_one(option, value)


def _is_one(option: Option, value: object) -> bool:
    if option.choices:
        return choice_of(option, value) is not None
    # A whole number is a number.
    return is_of(value, option.type) or (option.type is float and is_of(value, int))


def choice_of(option: Option, value: object) -> object:
    """Return the choice with a value; None where the value is not one of the choices."""
    known = option.choices.values()
    return next((e for e in known if is_of(value, type(e)) and value == e), None)


def is_of(value: object, kind: type) -> bool:
    """Whether a value is of a type, or of a kind of its own of that, such as a StrEnum of text.

    In Python a bool is an int, and a datetime is a date; here neither is.
    """
    other = {int: bool, dt.date: dt.datetime}.get(kind)
    return isinstance(value, kind) and (other is None or not isinstance(value, other))


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) not in (typing.Union, types.UnionType):
        return annotation, False
    others = [a for a in get_args(annotation) if a is not type(None)]
    return others[0] if len(others) == 1 else None, True


def _kind(annotation: Any) -> tuple[type | None, dict[str, Any]]:
    if get_origin(annotation) is Literal:
        values = get_args(annotation)
        return type(values[0]), {str(value): value for value in values}
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation, {str(member.value): member for member in annotation}
    if annotation in (bool, int, float, str, dt.date, InputFile):
        return annotation, {}
    return None, {}
