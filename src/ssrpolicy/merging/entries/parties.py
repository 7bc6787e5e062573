"""Parties as people enter them: names, other spellings and ids, as reports print them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ssrpolicy import codelists
from ssrpolicy.codelists import folded
from ssrpolicy.merging.values import EntryError, quoted, text_of
from ssrpolicy.messages import _, argument, either, ngettext, some, together
from ssrpolicy.model import LANGUAGES, EditPart, Language, PolicyRecord
from ssrpolicy.reporting import Entered
from ssrpolicy.views import label
from ssrpolicy.views.language import capital

_ARTICLE = re.compile(r"(?:de|het|the)\s+")
_SHORT_FORM = re.compile(r"(?P<name>.+\S)\s*\((?P<short>[^()]+)\)")
NOBODY = {"nl": "niemand", "en": "nobody"}
"""What is entered where nobody is responsible."""


def owners(
    value: Entered, record: PolicyRecord, language: Language, *, known: Iterable[str]
) -> tuple[str, ...] | None:
    """Return the ids of the parties that were entered, each once; None where the cell is empty.

    ``known`` are the owners that the cell may have shown: of two parties with one name, the one
    that stood there is meant. Raises EntryError for a name that no party has, with the nearest
    names, and for one that several have.
    """
    text = text_of(value, language)
    if text is None:
        return None
    if folded(text).strip("().") in _nobody():
        return ()
    spellings = _Spellings(record, language, known)
    return tuple(dict.fromkeys(_found(_one_by_one(text), spellings, record, language)))


@cache
def _nobody() -> frozenset[str]:
    keys = ("tracker.none", "changes.nobody", "changes.no_owner", "tracker.no_owners")
    printed = [label(key, each) for key in keys for each in LANGUAGES]
    return frozenset({"", "–", "—", *NOBODY.values(), *(folded(t).strip("().") for t in printed)})


def _one_by_one(text: str) -> str:
    """Members of the House that are drawn together ("de leden A en B"), each by the full name."""
    for language in LANGUAGES:
        for key in ("before", "after"):
            one, many = (
                label(f"briefing_members.members_{key}_{n}", language) for n in ("one", "many")
            )
            begin, _, end = many.partition("{names}")
            if not one or not (
                folded(text).startswith(folded(begin)) and folded(text).endswith(folded(end))
            ):
                continue
            listed = text[len(begin) : len(text) - len(end)]
            names = [each.strip() for each in codelists.SEPARATOR.split(listed) if each.strip()]
            return "\n".join(one + each if key == "before" else each + one for each in names)
    return text


class _Spellings:
    """The spellings of parties, and which parties each may stand for."""

    def __init__(self, record: PolicyRecord, language: Language, known: Iterable[str]) -> None:
        self._known: dict[str, str] = {}
        for id in known:
            code = codelists.code(record, "parties", id)
            for each in (language, *LANGUAGES):
                self._known.setdefault(folded(codelists.name(code, id, each)), id)
        self._record = record
        self._instruments: dict[str, list[str]] = {}
        for instrument in record.instruments:
            if instrument.party is not None:
                for text in (instrument.id, instrument.name.nl, instrument.name.en):
                    ids = self._instruments.setdefault(folded(text or instrument.id), [])
                    ids += [] if instrument.party in ids else [instrument.party]

    def ids(self, text: str) -> list[str]:
        """Return the parties with this spelling; those of the record hide the built-in ones.

        The name of an instrument is that of the party that it is. An article before a name, and
        the short form that a report prints after it, are not part of it.
        """
        wanted = folded(text).strip(". ")
        short = _SHORT_FORM.fullmatch(wanted)
        for name in dict.fromkeys((wanted, _ARTICLE.sub("", wanted, count=1))):
            if ids := self._of(name):
                return ids
        if short is None or not (ids := self.ids(short["name"])):
            return []
        both = [id for id in ids if id in self.ids(short["short"])]
        return both or ids

    def _of(self, name: str) -> list[str]:
        if name in self._known:
            return [self._known[name]]
        found = codelists.named(self._record, "parties", name)
        return list(found) or self._instruments.get(name, [])


def _found(
    text: str, spellings: _Spellings, record: PolicyRecord, language: Language
) -> Iterator[str]:
    unknown: list[str] = []
    for name, ids in codelists.names_listed(text, spellings.ids):
        if len(ids) > 1:
            raise EntryError(
                EditPart.OWNERS,
                _("{name} may be any of {number} parties.", name=quoted(name), number=len(ids)),
                hint=_("Type the id of the one that is meant: {ids}.", ids=some(ids)),
            )
        if ids:
            yield ids[0]
        else:
            unknown.append(name)
    if unknown:
        raise _unknown(unknown, record, language)


def _unknown(unknown: Sequence[str], record: PolicyRecord, language: Language) -> EntryError:
    near = [id for name in unknown for id in codelists.nearest(record, "parties", name)]
    names = [
        capital(codelists.name(codelists.code(record, "parties", id), id, language))
        for id in dict.fromkeys(near)
    ]
    hint = _(
        "Type a name from the list of codes; or add the party first: {add}.",
        add=argument("ssrpolicy add party", "ssrpolicy.append(path, Party(...))"),
    )
    return EntryError(
        EditPart.OWNERS,
        ngettext(
            "{name} is not a party of the record or of the built-in list.",
            "{name} are not parties of the record or of the built-in list.",
            len(unknown),
            name=together([quoted(name) for name in unknown]),
        ),
        hint=_("Did you mean {words}?", words=either(names)) if names else hint,
    )
