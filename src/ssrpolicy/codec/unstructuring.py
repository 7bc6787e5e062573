"""Data made from records, with the type of every value checked in the same pass.

Classes say which types their fields have, and Python does not check it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any, Final

from attrs import NOTHING, field, frozen

from ssrpolicy.codec import shape
from ssrpolicy.codec.problems import FlawedError, Problem, refused
from ssrpolicy.codec.scalars import Convert, Defaults
from ssrpolicy.codec.shape import Data, Kind
from ssrpolicy.codec.tables import each_of
from ssrpolicy.messages import _, marked
from ssrpolicy.model import STATEMENT_CLASSES

_NAMES: Final = {
    str: marked("a text"),
    int: marked("a whole number"),
    bool: marked("True or False"),
    dt.date: marked("a date"),
}


@frozen(eq=False, repr=False)
class Unstructuring:
    """Makes the data of one wire format from a record; values that are not known are left out.

    ``scalars`` are the format's own writers of single values, by class; others stand as they are.
    ``entries`` make what the format has for a class out of its table. With ``required_first`` the
    keys that every entry has stand before the others. FlawedError is raised with every value whose
    type is not what its class says.
    """

    scalars: Mapping[type, Callable[[Any], Any]]
    entries: Mapping[type, Callable[[Data, Defaults], Any]]
    required_first: bool = False
    _writers: dict[Kind, Convert] = field(factory=dict, init=False)

    def data(self, value: Any, defaults: Defaults) -> Any:
        """Return the data of an instance of a class of the model."""
        return self._writer(shape.Entry(type(value)))(value, defaults)

    def _writer(self, kind: Kind) -> Convert:
        """Return the writer of a kind of value, made once."""
        if kind not in self._writers:
            self._writers[kind] = self._writer_of(kind)
        return self._writers[kind]

    def _writer_of(self, kind: Kind) -> Convert:
        match kind:
            case shape.Scalar(cls):
                return _scalar(cls, self.scalars.get(cls))
            case shape.Words(words):
                return _word(words)
            case shape.OneOf(vocabulary):
                return _scalar(vocabulary, str)
            case shape.ListOf(item):
                return _list_of(self._writer(item))
            case shape.StatementEntry():
                return _statement(
                    {cls: self._writer(shape.Entry(cls)) for cls in STATEMENT_CLASSES}
                )
            case shape.Entry(cls):
                return self._entry(cls)

    def _entry(self, cls: Any) -> Convert:
        every = shape.fields_of(cls).values()
        ordered = sorted(every, key=lambda each: self.required_first and not each.required)
        fields = [
            (each.key, self._as_it_is(each), self._writer(each.kind), each.default, each.optional)
            for each in ordered
        ]
        values_of = attrgetter(*(each.key for each in ordered), "__class__")
        finished = self._finished(cls)

        def entry(value: Any, defaults: Defaults) -> Any:
            if type(value) is not cls:
                raise _wrong(value, f"a {cls.__name__}")
            data: Data = {}
            problems: list[Problem] = []
            said = zip(values_of(value), fields, strict=False)
            for each, (key, plain, write, default, optional) in said:
                if each is default or (each is None and optional):
                    continue
                if type(each) is plain:
                    data[key] = each
                    continue
                try:
                    written = write(each, defaults)
                except FlawedError as error:
                    problems += error.within(key)
                else:
                    if default is NOTHING or default is None or each != default:
                        data[key] = written
            if problems:
                raise FlawedError(problems)
            return finished(data, defaults)

        return entry

    def _as_it_is(self, each: shape.Field) -> type | None:
        """Return the class of a field's values where these stand as they are, as most do."""
        if not isinstance(each.kind, shape.Scalar) or each.kind.type in self.scalars:
            return None
        return each.kind.type if each.default in (NOTHING, None) else None

    def _finished(self, cls: Any) -> Callable[[Data, Defaults], Any]:
        """Return the function that makes the data of an entry from the data of its fields."""
        more = self.entries.get(cls, _as_made)
        if cls not in STATEMENT_CLASSES:
            return more
        return lambda data, defaults: more(
            {"id": data.pop("id"), "kind": cls.kind, **data}, defaults
        )


def _as_made(data: Data, _: Defaults) -> Data:
    return data


def _wrong(value: object, wanted: str) -> FlawedError:
    return refused(
        _("holds a value of type {name}, not {wanted}", name=type(value).__name__, wanted=wanted)
    )


def _plain(value: Any, cls: type) -> Any:
    """Return a text or a day of a class of its own, such as numpy's, as Python's own."""
    if type(value) is cls or isinstance(value, Enum | dt.datetime):
        return value
    if cls is str and isinstance(value, str):
        return str.__str__(value)
    if cls is dt.date and isinstance(value, dt.date):
        return dt.date(value.year, value.month, value.day)
    return value


def _scalar(cls: type, write: Callable[[Any], Any] | None) -> Convert:
    name = cls.__name__

    def called() -> str:
        if cls in _NAMES:
            return f"{_(_NAMES[cls])} ({name})"
        return _("a value of {name}", name=name) if issubclass(cls, Enum) else name

    def scalar(value: Any, __: object) -> Any:
        value = _plain(value, cls)
        if type(value) is not cls:
            raise _wrong(value, called())
        return value if write is None else write(value)

    return scalar


def _word(words: tuple[str, ...]) -> Convert:
    def word(value: object, __: object) -> object:
        value = _plain(value, str)
        if type(value) is not str or value not in words:
            raise _wrong(value, _("one of {words}", words=", ".join(words)))
        return value

    return word


def _list_of(write: Convert) -> Convert:
    def several(value: object, defaults: Defaults) -> list[Any]:
        if type(value) is not tuple:
            raise _wrong(value, _("a tuple"))
        data, problems = each_of(value, write, defaults)
        if problems:
            raise FlawedError(problems)
        return data

    return several


def _statement(writers: Mapping[type, Convert]) -> Convert:
    def of_its_kind(value: object, defaults: Defaults) -> Any:
        if type(value) not in writers:
            raise _wrong(value, _("one of the five kinds of statement"))
        return writers[type(value)](value, defaults)

    return of_its_kind
