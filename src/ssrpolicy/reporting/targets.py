"""The files that reports are written to: their names, and what they may not replace."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from ssrpolicy.arguments import all_of, check_type
from ssrpolicy.codec import refuse_output
from ssrpolicy.errors import OutputError, ReporterError
from ssrpolicy.messages import _, argument
from ssrpolicy.model import Language, PolicyRecord, several
from ssrpolicy.reporting.output import Output, ready_folder
from ssrpolicy.reporting.plugins.offers import OfferedReporter
from ssrpolicy.reporting.portfolio import Paths, Portfolio
from ssrpolicy.selection import Selection
from ssrpolicy.storage import check_new_folder, paths_of
from ssrpolicy.views import selection_words

_SELECTED = {"nl": "-selectie", "en": "-selection"}
# The criteria of which each value has words of its own.
_IN_WORDS: Final = frozenset(
    ["kinds", "document_kinds", "schedules", "claimed", "evidence", "firmness"]
)
_LONGEST_NAME: Final = 60
_DIGEST_SIGNS: Final = 8


def report_stem(
    records: PolicyRecord | Iterable[PolicyRecord], paths: Iterable[str | os.PathLike[str]]
) -> str:
    """Return the file name, without suffix, of a report on these records.

    It is the id of a single record; of several it is the name of the folder, or of the file, in
    which they were all found. ``paths`` are where they were looked for.
    """
    given = several(records)
    found = [os.path.realpath(path) for path in paths_of(paths)]
    if len(given) == 1:
        return given[0].id
    if not found:
        return "records"
    shared = Path(found[0] if len(found) == 1 else os.path.commonpath(found))
    return (shared.stem if shared.is_file() else shared.name) or "records"


def report_names(asked: Iterable[OfferedReporter], stem: str) -> dict[OfferedReporter, str]:
    """Return the file name of the report that each reporter makes.

    It is ``<stem>.<suffix>`` for a distribution's principal reporter and
    ``<stem>-<name>.<suffix>`` for the others. Raises ReporterError when two would write to one
    file.
    """
    names: dict[OfferedReporter, str] = {}
    owners: dict[str, OfferedReporter] = {}
    check_type(stem, str, "stem", '"records"')
    for offered in all_of(asked, OfferedReporter, "asked", 'registry.reporter("excel")'):
        start = stem if offered.principal else f"{stem}-{offered.name}"
        name = f"{start}.{offered.suffix}"
        # Some file systems keep no two names that differ in case only.
        other = owners.setdefault(name.lower(), offered)
        if other is not offered:
            raise ReporterError(
                _(
                    "{other} and {offered} would both write {name}.",
                    other=other,
                    offered=offered,
                    name=name,
                ),
                hint=_(
                    "Ask for them one by one, each with a file of its own ({output}).",
                    output=argument(_("--output FILE"), "output=FILE"),
                ),
            )
        names[offered] = name
    return names


def report_targets(
    requested: Sequence[OfferedReporter],
    portfolio: Portfolio,
    paths: Paths,
    *,
    output: Path | None = None,
    folder: Path | None = None,
    read: Iterable[Path] = (),
    selection: Selection | None = None,
    language: Language = "nl",
) -> dict[OfferedReporter, Path]:
    """Return the file of each report: ``output`` of a single one, else by its name in ``folder``.

    The name of a report of a selection says so in the ``language`` of the report, and what was
    selected, and so does not replace a report of everything or of another selection.

    Raises OutputError when a report would replace a record, a file that was read for the reports,
    be it for the records or one of ``read``, or another of these reports.
    """
    if output is not None:
        targets = {requested[0]: output}
    else:
        parent = Path() if folder is None else folder
        check_new_folder(parent)
        stem = report_stem(portfolio.records, paths)
        if selection:
            stem = f"{stem}{_SELECTED[language]}-{_selected_name(selection, language)}"
        names = report_names(requested, stem)
        targets = {offered: parent / name for offered, name in names.items()}
    was_read = (*portfolio.files, *_texts_of(portfolio), *read)
    written: dict[str, Path] = {}
    for offered, target in targets.items():
        refuse_output(
            target,
            read=was_read,
            replaceable=_replaceable(offered, portfolio.records),
            suffix=f".{offered.suffix}",
            named=output is None,
        )
        other = written.setdefault(os.path.realpath(target), target)
        if other != target:
            raise OutputError(
                _(
                    "{other} and {target} lead to one file, and the second report would replace "
                    "the first.",
                    other=other,
                    target=target,
                ),
                hint=_(
                    "Take the link away, or write to another folder: {folder}.",
                    folder=argument(_("--output-dir FOLDER"), "folder=FOLDER"),
                ),
            )
    if output is None and folder is not None:
        ready_folder(folder)
    return targets


def _selected_name(selection: Selection, language: Language) -> str:
    """Return a selection as part of a file name: in practice another for every other selection.

    Only an owner whose code is spelled as the words of a kind or status has the name of that.
    One code of an owner stands as it is: ``minister-bzk``. One kind or status is in the words of
    the language: ``termijn-verstreken``. One value of another criterion has the criterion with it:
    ``partners_nl-bz``. What such a name cannot hold whole, such as several values, ends in a few
    signs that come from all that is asked.
    """
    plain = selection.to_plain()
    asked = [
        (name, str(each))
        for name, value in plain.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    if len(asked) == 1 and asked[0][0] in _IN_WORDS:
        return _hyphenated(selection_words(selection, language))
    words = "_".join(each if name == "owners" else f"{name}_{each}" for name, each in asked)
    readable = _hyphenated(words)
    if len(asked) == 1 and readable == words and ("_" not in words or asked[0][0] != "owners"):
        return readable
    digest = sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:_DIGEST_SIGNS]
    return "-".join(filter(None, (readable, digest)))


def _hyphenated(words: str) -> str:
    """Return what a file name can hold of words, with hyphens between them."""
    parts = re.findall("[a-z0-9_]+", unicodedata.normalize("NFKD", words.lower()))
    return "-".join(parts)[:_LONGEST_NAME].strip("-_")


def _texts_of(portfolio: Portfolio) -> Iterator[Path]:
    """Yield the files from which the texts of documents were read."""
    for file, record in zip(portfolio.read_from, portfolio.records, strict=True):
        if file.suffix.lower() == ".toml":
            yield from (file.parent / each.file for each in record.documents if each.file)


def _replaceable(offered: OfferedReporter, records: Iterable[PolicyRecord]) -> tuple[str, ...]:
    """Return the ids of the records that a report holds in full, so that it can replace them."""
    return tuple(r.id for r in records) if offered.suffix.lower() == "json" else ()


def refuse_harm(
    output: Output, offered: OfferedReporter, records: Iterable[PolicyRecord], options: object
) -> None:
    """Raise OutputError where a report would replace a record, or a file among its options."""
    if isinstance(output, str | os.PathLike):
        values = options.values() if isinstance(options, Mapping) else ()
        refuse_output(
            Path(output),
            read=files_among(values),
            replaceable=_replaceable(offered, records),
            suffix=f".{offered.suffix}",
        )


def files_among(values: Iterable[object]) -> tuple[Path, ...]:
    """Return those of the values given for options that name a file."""
    named = (Path(value) for value in values if isinstance(value, str | os.PathLike))
    return tuple(path for path in named if os.path.isfile(path))  # noqa: PTH113 - Path.is_file raises for a text that is too long for a path


def suffix_remark(output: Path, offered: OfferedReporter) -> str | None:
    """Return that a file does not have the suffix by which programs know it; None where it has.

    A name without any suffix was meant to be so.
    """
    if output.suffix.lower() in ("", f".{offered.suffix.lower()}"):
        return None
    return _(
        "{output} is not named .{suffix}: a program may not open it.",
        output=output,
        suffix=offered.suffix,
    )


def refuse_suffix(output: Path, offered: OfferedReporter, known: Iterable[OfferedReporter]) -> None:
    """Raise OutputError for a name that says it is what another reporter writes."""
    suffix = output.suffix.lower().removeprefix(".")
    others = [each.name for each in known if each.suffix.lower() == suffix]
    if others and suffix != offered.suffix.lower():
        raise OutputError(
            _(
                "{output} is named as a report of {other}, and {mine.name} writes .{mine.suffix}.",
                output=output,
                other=others[0],
                mine=offered,
            ),
            hint=_(
                "Name it {output}, or give {other}.",
                output=output.with_suffix(f".{offered.suffix}"),
                other=argument(f"--to {others[0]}", f'to="{others[0]}"'),
            ),
        )
