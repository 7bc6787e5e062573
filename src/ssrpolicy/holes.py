"""The holes of messages: how values are written in them, and how long ones are cut."""

import re


class _Grouped(int):
    """A whole number whose thousands a point separates, as in Dutch."""

    def __format__(self, spec: str) -> str:
        return super().__format__(spec).replace(",", ".")


def grouped(value: object) -> object:
    """Return a value as a Dutch message writes it."""
    return _Grouped(value) if type(value) is int else value


def filled(message: str, holes: dict[str, object]) -> str:
    """Return a message with its holes filled; what cannot be written is named by its type."""
    bounded = re.findall(_BOUNDED, message)
    try:
        said = _said(message, holes, bounded)
    except ValueError:  # Python writes no number of thousands of digits
        written = {name: writable(each) for name, each in holes.items()}
        said = _said(message, written, bounded)
    # What fills the last hole may be a sentence with a sign of its own: "Did you mean json?".
    # The error of a spreadsheet is not one: "#REF!".
    ended = message.endswith("}.") and re.search(_ENDED, said)
    return said[:-1] if ended else said


# A hole that says how much of its value there is room for: {quote!r:.80}.
_BOUNDED = r"\{(\w+)(?:![rs])?:\.\d+\}"
_CLOSERS = "'\")]}>"
_ENDED = r"(?:(?<!\S)[^#\s]*[?!]|(?<!\.)\.|[.?!…][\"”’])\.$"
_HALF_OF_ESCAPE = r"(?<!\\)((?:\\\\)*)\\(?:x.?|u.{0,3}|U.{0,7})?$"
_WHOLE = r"\1"


def _said(message: str, holes: dict[str, object], bounded: list[str]) -> str:
    return message.format(**{**holes, **{name: _Bounded(holes[name]) for name in bounded}})


def cut(text: str, length: int) -> str:
    """Return a text of at most ``length`` characters; "…" says that it goes on."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def cut_within(text: str, length: int) -> str:
    """Return a value as Python writes it, cut; quotation marks and brackets around it stay."""
    if len(text) <= length or text[-1] not in _CLOSERS:
        return cut(text, length)
    start = cut(text, length - 1).removesuffix("…")
    return f"{re.sub(_HALF_OF_ESCAPE, _WHOLE, start)}…{text[-1]}"


class _Bounded:
    """A value of which a message shows as much as its hole has room for."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __repr__(self) -> str:
        return _Written(repr(self._value))

    def __str__(self) -> str:
        return _Worded(self._value)

    def __format__(self, spec: str) -> str:
        value = self._value
        return format(_Worded(value) if isinstance(value, str) else value, spec)


class _Worded(str):
    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return cut(str(self), int(spec[1:])) if spec else str(self)


class _Written(str):
    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return cut_within(str(self), int(spec[1:])) if spec else str(self)


class _Unwritten:
    """The words of a message in the place of a value that cannot be written."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def __repr__(self) -> str:
        return f"<{self._kind}>"

    def __format__(self, spec: str) -> str:
        return repr(self)


def writable(value: object) -> object:
    """Return a value, or its type where Python does not write it."""
    try:
        repr(value)
    except ValueError:
        return _Unwritten(type(value).__name__)
    return value
