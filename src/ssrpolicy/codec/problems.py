"""Every problem of the values in a record's data, each with its place, in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args, get_origin

import attrs
from attrs import NOTHING, frozen

from ssrpolicy.codec.converter import LEAVES, Data, Form, required_type
from ssrpolicy.codec.values import (
    PLAIN_DOCUMENT,
    Place,
    Refused,
    during,
    nearest,
    not_among,
    wrong_type,
)
from ssrpolicy.model.documents import Passage
from ssrpolicy.model.progress import Update
from ssrpolicy.model.requests import Disposition
from ssrpolicy.model.statements import STATEMENT_KINDS, Statement
from ssrpolicy.model.texts import LANGUAGES, LocalText

_LONGEST = 400

UNFIT: Final = object()
"""What is made of a value that cannot be read."""


@frozen
class Problem:
    """One thing that is wrong with a record's data, at a place inside them or on a line."""

    code: str
    message: str
    hint: str | None
    place: Place = ()
    line: int | None = None


def name_of(place: Place) -> str:
    """Return how a message calls a place: by its key, and by its number in a list."""
    words = [part for part in place if isinstance(part, str)]
    word = words[-1] if words else "The record"
    # A key may hold anything, and a message is shown on terminals.
    word = word if word.isprintable() else ascii(word)[1:-1]
    last = place[-1] if place else ""
    return f"{word}, number {last + 1}," if isinstance(last, int) else word


class Search:
    """Makes the entries of one record from its data, and notes all that is wrong with them."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.problems: list[Problem] = []

    def note(self, code: str, message: str, hint: str | None, place: Place) -> None:
        """Note one problem."""
        self.problems.append(Problem(code, message, hint, place))

    # -- one value ------------------------------------------------------------------------------

    def value(self, value: object, annotation: object, place: Place) -> Any:
        """Return what a value makes, or UNFIT; every problem inside it is noted."""
        wanted = required_type(annotation)
        if get_origin(wanted) is tuple:
            return self._several(value, get_args(wanted)[0], place)
        if wanted is Statement:
            return self._statement(value, place)
        if attrs.has(wanted) and wanted not in LEAVES:
            plain = wanted in (LocalText, Passage) and type(value) is str
            if not plain and not (wanted is Passage and self.form.name == "json"):
                return self._entry(value, wanted, place)
        return self._single(value, wanted, place)

    def _single(self, value: object, wanted: Any, place: Place) -> Any:
        try:
            return self.form.converter.structure(value, wanted)
        except Refused as refusal:
            at = (*place, *refusal.place)
            self.note(refusal.code, f"{name_of(at)} {refusal.predicate}.", refusal.hint, at)
        except (ValueError, ArithmeticError) as error:
            self._invalid(error, place)
        return UNFIT

    def _several(self, value: object, item: object, place: Place) -> Any:
        if type(value) is not list:
            refusal = wrong_type(value, "a list")
            hint = "Put square brackets around it: [...]." if value is not None else refusal.hint
            self.note("type-wrong", f"{name_of(place)} {refusal.predicate}.", hint, place)
            return UNFIT
        made = [self.value(each, item, (*place, index)) for index, each in enumerate(value)]
        return UNFIT if any(each is UNFIT for each in made) else tuple(made)

    def _statement(self, value: object, place: Place) -> Any:
        if type(value) is not dict:
            return self._entry(value, Statement, place)
        if "kind" not in value:
            self.missing("kind", place, f"One of: {', '.join(STATEMENT_KINDS)}.")
            return UNFIT
        kind = value["kind"]
        if type(kind) is str and kind in STATEMENT_KINDS:
            return self._entry(value, STATEMENT_KINDS[kind], place)
        refusal = not_among(kind, STATEMENT_KINDS)
        self.note(refusal.code, f"kind {refusal.predicate}.", refusal.hint, (*place, "kind"))
        return UNFIT

    # -- one entry ------------------------------------------------------------------------------

    def _entry(self, data: object, cls: type, place: Place) -> Any:
        if type(data) is not dict:
            self.note(
                "type-wrong",
                f"{name_of(place)} {wrong_type(data, 'a table').predicate}.",
                None,
                place,
            )
            return UNFIT
        before = len(self.problems)
        keys = self.form.keys(cls)
        self.unknown_keys(data, cls, place)
        own = data.get("document") if issubclass(cls, Update | Disposition) else None
        with during(PLAIN_DOCUMENT, own if isinstance(own, str) else PLAIN_DOCUMENT.get()):
            if cls is Passage and "document" not in data and PLAIN_DOCUMENT.get() is not None:
                data = {"document": PLAIN_DOCUMENT.get(), **data}
            found = self.fields(data, place, keys)
        self.check(cls, found, place)
        return self.made(cls, found, place, quiet=len(self.problems) > before)

    def fields(self, data: Data, place: Place, keys: Mapping[str, attrs.Attribute[Any]]) -> Data:
        """Return what the keys of an entry make, without those that are absent or wrong."""
        found = {}
        for key, attribute in keys.items():
            if key in data:
                # attrs types converters as objects of its own; functions are what the model has.
                convert: Any = attribute.converter
                made = self.value(data[key], attribute.type, (*place, key))
                if made is not UNFIT:
                    found[key] = convert(made) if convert else made
            elif attribute.default is NOTHING:
                self.missing(key, place, None)
        return found

    def check(self, cls: type, found: Data, place: Place) -> None:
        """Note what the model's validators refuse, and leave it out."""
        for key, attribute in self.form.keys(cls).items():
            if key in found and attribute.validator is not None:
                try:
                    # The model's validators look at the value alone.
                    attribute.validator(None, attribute, found[key])
                except (ValueError, ArithmeticError) as error:
                    self._invalid(error, (*place, key))
                    del found[key]

    def made(self, cls: type, found: Data, place: Place, *, quiet: bool) -> Any:
        """Return an entry of what was found, or UNFIT; ``quiet`` where it has problems already."""
        required = (a for a in self.form.keys(cls).values() if a.default is NOTHING)
        if any(attribute.name not in found for attribute in required):
            return UNFIT
        try:
            return cls(**found)
        except (ValueError, ArithmeticError) as error:
            # What was left out may be all that is wrong; that is noted already.
            if not quiet:
                self._invalid(error, place)
            return UNFIT

    # -- what is wrong --------------------------------------------------------------------------

    def _invalid(self, error: Exception, place: Place) -> None:
        message = str(error) or type(error).__name__
        for language in LANGUAGES:
            # A plain string is a text in one language, though nobody wrote which.
            if message.startswith(f"{language} ") and len(place) > 1:
                around = name_of(tuple(part for part in place if part not in LANGUAGES))
                message = f"{around} ({language}) {message.removeprefix(f'{language} ')}"
        message = message[0].lower() + message[1:] if message.startswith("The ") else message
        message = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}..."
        self.note("value-invalid", message if message.endswith(".") else f"{message}.", None, place)

    def missing(self, key: str, place: Place, hint: str | None) -> None:
        """Note that a key is missing."""
        of = name_of(place) if place else "The record"
        self.note("key-missing", f"{of} lacks the key {key}.", hint, place)

    def unknown_keys(self, data: Data, cls: type, place: Place) -> None:
        """Note the keys that no entry of this class has, each with the nearest known one."""
        known = {*self.form.keys(cls), *self.form.ignored(cls)}
        for key in data:
            if key not in known:
                self.note(
                    "key-unknown",
                    f"{name_of(place)} has the unknown key {key[:60]!r}.",
                    self._key_hint(key, cls, known),
                    (*place, key),
                )

    def _key_hint(self, key: str, cls: type, known: set[str]) -> str:
        if issubclass(cls, Statement):
            kinds = [k for k, c in STATEMENT_KINDS.items() if key in self.form.keys(c)]
            if kinds:
                return f"It is a key of a {' or a '.join(kinds)} only."
        close = nearest(key, known)
        return f"Did you mean {close}?" if close else f"Known here: {', '.join(sorted(known))}."
