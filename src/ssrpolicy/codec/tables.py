"""The readers of what is composed: tables, lists, statements, and texts by language.

Each reads in one pass, whether all is well or not: problems find their places on the way up.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from ssrpolicy.codec.problems import (
    MOST,
    UNFIT,
    FlawedError,
    Problem,
    invalid,
    missing,
    nearest,
    not_among,
    uncounted,
    unknown_key,
    wrong_type,
)
from ssrpolicy.codec.scalars import Convert, Defaults
from ssrpolicy.codec.shape import Data, Field, fields_of, kinds_with
from ssrpolicy.messages import _, either
from ssrpolicy.model import LANGUAGES, STATEMENT_KINDS, DocumentKind, LocalText, Statement

# Who looks for a list of commitments finds them among the statements.
_OF_A_KIND: Final = {
    "statements": STATEMENT_KINDS,
    "documents": {kind.value for kind in DocumentKind},
}

# What is raised for values that cannot be read, or not without defaults.
_UNSOUND = (FlawedError, AttributeError, KeyError, TypeError, ValueError, ArithmeticError)


@frozen(eq=False, repr=False)
class Table:
    """Makes instances of one class from tables: at once where all is well, else with problems.

    ``ignored`` are the keys that say nothing that the class keeps; ``sound`` reads a table in
    which all is well and raises anything for others.
    """

    cls: type
    readers: Mapping[str, Convert]
    ignored: frozenset[str]
    sound: Callable[[Data, type], Any] | None
    fields: Mapping[str, Field] = field(init=False)
    known: frozenset[str] = field(init=False)

    @fields.default
    def _fields(self) -> Mapping[str, Field]:
        return {key: each for key, each in fields_of(self.cls).items() if key in self.readers}

    @known.default
    def _known(self) -> frozenset[str]:
        return self.ignored.union(self.readers)

    def read(self, data: object, defaults: Defaults) -> Any:
        """Return the instance that a table holds; raises FlawedError."""
        if type(data) is not dict:
            keys = ", ".join(key for key, each in self.fields.items() if each.required)
            hint = _("It has keys of its own: {keys}.", keys=keys) if keys else None
            raise wrong_type(data, _("a table"), hint=hint)
        if self.sound is not None and data.keys() <= self.known:
            try:
                return self.sound(data, self.cls)
            except _UNSOUND:
                pass  # what is wrong, and where, is looked for now
        found, flawed = self.values(data, defaults)
        if not flawed:
            try:
                return self.cls(**found)
            except (TypeError, ValueError, ArithmeticError):
                pass  # a key is missing, or the model refuses a value: which, is looked for now
        problems = [*self.unknown(data), *self.problems(self.fields, data, found, flawed)]
        usable = self.made(found, problems)
        raise FlawedError(problems, usable)

    def values(self, data: Data, defaults: Defaults) -> tuple[Data, dict[str, FlawedError]]:
        """Return what the values of a table make, and those that cannot be read as they are."""
        found: Data = {}
        flawed: dict[str, FlawedError] = {}
        readers = self.readers
        for key, value in data.items():
            read = readers.get(key)
            if read is not None:
                try:
                    found[key] = read(value, defaults)
                except FlawedError as error:
                    flawed[key] = error
            elif key not in self.ignored:
                flawed[key] = FlawedError([])
        return found, flawed

    def unknown(self, data: Data) -> Iterator[Problem]:
        """Yield a problem for each key that no such table has, with the most similar known one."""
        found = 0
        for key in data:
            if key not in self.known:
                found += 1
                if found > MOST:
                    yield uncounted(key)
                    return
                yield unknown_key(key, sorted(self.known), self._belongs(key))

    def _belongs(self, key: str) -> str | None:
        """Return where a key that this table does not have does belong, if that is known."""
        if issubclass(self.cls, Statement) and (kinds := kinds_with(key)):
            return _("It is a key of a {kinds} only.", kinds=either(kinds))
        kind = key.removesuffix("s")
        for table, known in _OF_A_KIND.items():
            if table in self.known and kind in known:
                return _('They stand in {table}, each with kind "{kind}".', table=table, kind=kind)
        return None

    def problems(
        self,
        fields: Mapping[str, Field],
        data: Data,
        found: Data,
        flawed: Mapping[str, FlawedError],
    ) -> Iterator[Problem]:
        """Yield the problems of these fields of a table; ``found`` gets the usable values."""
        for key, each in fields.items():
            if key in flawed:
                yield from flawed[key].within(key)
                if flawed[key].usable is not UNFIT:
                    found[key] = flawed[key].usable
            elif each.required and key not in data and key not in self._misspelt(data):
                yield missing(_("the key {key}", key=key))
        for key, each in fields.items():
            if key in found:
                try:
                    each.validate(found[key])
                except (ValueError, ArithmeticError) as error:
                    yield from invalid(error).within(key)
                    del found[key]

    def _misspelt(self, data: Data) -> set[str | None]:
        """Return the expected keys that the table's unknown keys probably mean."""
        unknown = [key for key in data if key not in self.known][:MOST]
        return {nearest(key, sorted(self.known)) for key in unknown}

    def made(self, found: Data, problems: list[Problem]) -> Any:
        """Return the instance of what was found, or UNFIT; its problem is added if it is all."""
        if any(each.required and key not in found for key, each in self.fields.items()):
            return UNFIT
        try:
            return self.cls(**found)
        except (ValueError, ArithmeticError) as error:
            # What was left out may be all that is wrong; that is noted already.
            if not problems:
                problems += invalid(error).problems
            return UNFIT


def each_of(
    values: Sequence[Any], convert: Convert, defaults: Defaults
) -> tuple[list[Any], list[Problem]]:
    """Return what is made of each value of a list, UNFIT included, and its problems.

    Where there are too many of them, what stands after these is UNFIT.
    """
    made = []
    problems: list[Problem] = []
    for index, each in enumerate(values):
        try:
            made.append(convert(each, defaults))
        except FlawedError as error:
            problems += error.within(index)
            made.append(error.usable)
            if len(problems) > MOST and index + 1 < len(values):
                problems.append(uncounted(index + 1))
                made += [UNFIT] * (len(values) - len(made))
                break
    return made, problems


def list_of(read: Convert) -> Convert:
    """Return the reader of a list, given that of its items."""

    def several(value: object, defaults: Defaults) -> tuple[Any, ...]:
        if type(value) is not list:
            raise wrong_type(value, _("a list"), hint=_("Put square brackets around it: [...]."))
        made, problems = each_of(value, read, defaults)
        if problems:
            usable = UNFIT if any(each is UNFIT for each in made) else tuple(made)
            raise FlawedError(problems, usable)
        return tuple(made)

    return several


def statement(readers: Mapping[str, Convert]) -> Convert:
    """Return the reader of a statement, given that of each kind."""

    def of_its_kind(data: object, defaults: Defaults) -> Any:
        if type(data) is not dict:
            raise wrong_type(data, _("a table"))
        kind = data.get("kind")
        if type(kind) is str and kind in readers:
            return readers[kind](data, defaults)
        if "kind" not in data:
            raise FlawedError(
                [
                    missing(
                        _("the key {key}", key="kind"),
                        hint=_("One of: {readers}.", readers=", ".join(readers)),
                    )
                ]
            )
        raise FlawedError(not_among(kind, readers).within("kind"))

    return of_its_kind


def of_its_document(read: Convert) -> Convert:
    """Return the reader of an entry whose plain quotes are from its own document, if it has one."""

    def entry(data: object, defaults: Defaults) -> Any:
        own = data.get("document") if type(data) is dict else None
        return read(data, Defaults(defaults.language, own) if type(own) is str else defaults)

    return entry


def local_text(read: Convert) -> Convert:
    """Return the reader of a string in the record's language, or of a table by language."""

    def text(value: object, defaults: Defaults) -> Any:
        try:
            if type(value) is not str:
                return read(value, defaults)
            return LocalText(**{defaults.language: value})
        except ValueError as error:
            raise FlawedError([_in_its_language(p) for p in invalid(error).problems]) from None
        except FlawedError as error:
            raise FlawedError([_in_its_language(p) for p in error.problems], error.usable) from None

    return text


def _in_its_language(problem: Problem) -> Problem:
    """Return a problem of a text that names the text too: nobody may have written the language."""
    language, _, rest = problem.text.partition(" ")
    if problem.about is not None or language not in LANGUAGES:
        return problem
    return problem._replace(text=f"({language}) {rest}", about=len(problem.place))
