"""The functions that scripts call: load records, check them, report them, merge edits."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ssrpolicy import codec, comparing, merging
from ssrpolicy.arguments import check_flag
from ssrpolicy.citations import Citation, find_citations
from ssrpolicy.errors import ArgumentError, ArgumentTypeError, InputError, PluginError
from ssrpolicy.messages import _
from ssrpolicy.model import Finding, Language, PolicyRecord, RecordInvalidError, several
from ssrpolicy.reporting import environment_plugins, judged, read_portfolio, run_report
from ssrpolicy.storage import path_missing, path_of

if TYPE_CHECKING:
    from ssrpolicy.drafting import Reviewed
    from ssrpolicy.merging import Plan, Take
    from ssrpolicy.model import Draft
    from ssrpolicy.reporting import Output, Reporter
    from ssrpolicy.selection import Selection
    from ssrpolicy.starting import NewRecord


def load(path: str | os.PathLike[str], *, revision: str | None = None) -> PolicyRecord:
    """Return the record at a path: a folder, its ``record.toml``, or a JSON record.

    With a ``revision`` it is the record as git had it then: ``"HEAD~3"``, a tag, a digest. Raises
    InputError when there is not exactly one record to read, RecordInvalidError with every
    finding when the record has errors.
    """
    records = load_all(path, revision=revision)
    if len(records) != 1:
        raise InputError(
            _("{path} holds {number} records.", path=path, number=len(records)),
            hint=_("load_all(path) gives them all; or name one of them."),
        )
    return records[0]


def load_all(
    path: str | os.PathLike[str], *, revision: str | None = None
) -> tuple[PolicyRecord, ...]:
    """Return the records at a path: one record, a JSON file of several, or a folder of records.

    With a ``revision`` they are the records as git had them then. Raises InputError when there is
    none, RecordInvalidError when one of them has errors.
    """
    rules = environment_plugins().rules
    if revision is None:
        return read_portfolio([path], more_rules=rules).without_errors()
    with comparing.at_revision(path_of(path), revision) as kept:
        return read_portfolio([kept], more_rules=rules).without_errors()


def check(
    path_or_records: str | os.PathLike[str] | PolicyRecord | Iterable[PolicyRecord],
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a record, with several, or with all at a path.

    Several are judged together too: what one says of another. Findings are values; an exception
    (InputError) means that nothing can be read at a path. Nothing is wrong with no records:
    an empty list has no findings.
    """
    rules = environment_plugins().rules
    if isinstance(path_or_records, str | os.PathLike):
        return read_portfolio([path_or_records], more_rules=rules).findings
    return judged(several(path_or_records), more_rules=rules)


def report(
    records: PolicyRecord | Iterable[PolicyRecord],
    to: str | Reporter,
    output: Output,
    *,
    as_of: dt.date,
    language: Language = "nl",
    options: Mapping[str, object] | object = None,
    internal: bool | None = None,
    overwrite: bool = False,
    selection: Selection | None = None,
    drafts: Iterable[Draft] = (),
) -> tuple[str, ...]:
    """Write a report on records: ``report(record, "excel", "tracker.xlsx", as_of=...)``.

    ``to`` is a reporter's name, or a reporter itself; ``output`` a path or an open binary stream;
    ``as_of`` the day for which statuses are reported; ``options`` the reporter's options by name,
    or an instance of its options class. ``internal`` says whether internal notes are in it; the
    reporter decides if left out. Raises RecordInvalidError for records with errors, ReporterError,
    OptionError, OutputError; what stood at ``output`` stays unless the new file is whole, and a
    tracker with edits that are not merged, a Word document that was changed since it was written,
    and what an office program has open stay unless ``overwrite``. ``selection`` says which
    entries are reported, all if left out; a reporter that cannot is refused. ``drafts`` are the
    open proposals of each record, as :func:`draft` gives them, for a reporter that shows these.
    Returns what the reporter remarked, a sentence each.
    """
    given = several(records)
    check_flag(overwrite, "overwrite")
    registry = environment_plugins()
    found = judged(given, more_rules=registry.rules)
    if errors := [finding for finding in found if finding.is_error]:
        raise RecordInvalidError(_("Records with errors are not reported."), findings=errors)
    if not overwrite and isinstance(output, str | os.PathLike) and os.path.lexists(output):
        merging.refuse_to_lose_edits([output], given, registry=registry)
    return run_report(
        *(given, to, output),
        as_of=as_of,
        language=language,
        options=options,
        internal=internal,
        registry=registry,
        findings=found,
        selection=selection,
        drafts=drafts,
    )


def plan_merge(
    tracker: str | os.PathLike[str],
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    date: dt.date,
    by: str | None = None,
    take: Take | None = None,
) -> Plan:
    """Return what a merge of an edited tracker into the records at some paths would do.

    Nothing is written until ``plan.apply()``. ``date`` is that of the appended updates, ``by`` who
    says them: who saved the tracker last, if left out. Where tracker and record both changed a
    field, ``take`` decides: "tracker" or "record". Raises InputError when the tracker cannot be
    read back, RecordInvalidError when the records have errors.
    """
    registry = environment_plugins()
    path = path_of(tracker)
    if any(each.is_reviewable for each in registry.reporters):
        from ssrpolicy import drafting  # noqa: PLC0415 - where a reporter of drafts is installed

        if drafting.read_decisions(path, registry) is not None:
            raise InputError(
                _("{file} is a workbook of proposals, not a tracker.", file=path),
                hint=_("Its decisions are merged by ssrpolicy.plan_review(workbook, path)."),
            )
    return merging.plan_merge(tracker, paths, date=date, by=by, take=take, registry=registry)


def plan_review(workbook: str | os.PathLike[str], path: str | os.PathLike[str]) -> Reviewed:
    """Return what merging a workbook of proposals into the record at ``path`` would do.

    Nothing is written until ``reviewed.apply(by=..., date=...)``, which adds what was accepted and
    notes every decision. Raises InputError where the file is not such a workbook or is of another
    record, and without a draft.
    """
    from ssrpolicy import drafting  # noqa: PLC0415 - nobody else needs its patterns

    file = path_of(workbook)
    if not file.exists():
        raise path_missing(str(workbook), file)
    decided = drafting.read_decisions(file, environment_plugins())
    if decided is None:
        raise InputError(
            _("{file} is not a workbook of proposals.", file=file),
            hint=_(
                "Such a workbook is made by the reporter excel-review; a tracker is merged by "
                "ssrpolicy.plan_merge(tracker, paths)."
            ),
        )
    return drafting.plan_review(path, decided)


def draft(
    record: PolicyRecord | str | os.PathLike[str],
    *,
    drafter: str = "cues",
    options: Mapping[str, object] | object = None,
    write: bool = False,
) -> Draft:
    """Return what a drafter proposes for a record, or for the record at a path.

    Left out is what the record has already and, at a path, what somebody decided about; of each
    proposal the quotes, names and rules were checked. ``drafter`` is the name of a drafter, built
    in or of a plugin, ``options`` its options by name, or an instance of its options class.
    Nothing is written, unless ``write`` is true: then what is proposed stands in ``draft.toml``
    next to the record at that path, in the place of an earlier draft, for a review in the terminal
    or in a workbook. Raises InputError where no document has a text in a language that it reads,
    PluginError for a drafter that is not installed or, with ``write``, that failed,
    OptionError where an option does not fit, ArgumentError where a record in memory is to be
    written to, OutputError where ``draft.toml`` cannot be written.
    """
    from ssrpolicy import drafting, editing  # noqa: PLC0415 - nobody else needs its patterns

    check_flag(write, "write")
    found = drafting.find_drafter(drafter, environment_plugins())
    if isinstance(record, PolicyRecord):
        if write:
            raise ArgumentError(
                _("A record in memory has no folder in which a draft can be written."),
                hint=_('Give its path: ssrpolicy.draft("letter", write=True).'),
            )
        return drafting.propose(record, [found], options={found: options})
    made = editing.record_to_edit(record)
    drafted = drafting.propose(made, [found], drafting.decisions(record), {found: options})
    if write:
        if drafted.failures and not drafted.proposals:
            raise PluginError("\n".join(each.reason for each in drafted.failures))
        drafting.save_draft(record, drafted, made)
    return drafted


def dump(
    records: PolicyRecord | Iterable[PolicyRecord],
    path: str | os.PathLike[str],
    *,
    overwrite: bool = False,
) -> None:
    """Write a record, or several, whole; ``load`` and ``load_all`` give equal ones back.

    The path decides: ``x.json`` is one file of JSON that stands alone; ``x.toml`` is one record
    in TOML, with the texts of its documents in ``sources/`` next to it; any other name is a
    folder with a ``record.toml`` and its ``sources/``, and of several records a folder for
    each. In TOML a text has a file name and, where its line ends need one, a digest: a document
    without them gets them. The original of a text, such as a PDF, is not in a record: copy it
    yourself. A record with errors is written too: ``check`` has them, and ``load`` refuses it.

    Raises OutputError where a file is there already and ``overwrite`` is false, where another
    record would be written over or a text of one replaced, or where the path cannot be written;
    RecordInvalidError where a record cannot be written in that form.
    """
    check_flag(overwrite, "overwrite")
    codec.dump(several(records), path_of(path), overwrite=overwrite)


def new(
    source: str | os.PathLike[str],
    folder: str | os.PathLike[str] | None = None,
    *,
    number: str | None = None,
    reader: str | None = None,
) -> NewRecord:
    """Make a record folder from a letter, as the command ``new`` does.

    The letter is plain text, or a file that an installed reader takes, such as a PDF; ``reader``
    names the reader where several take it.

    ``folder`` is by default one named after the paper's number, or after the file, in the working
    folder; ``number`` is the paper's own number, by default the one that is printed in it. Raises
    InputError when the source cannot be read or the number is not a paper's, OutputError when the
    folder holds something already or cannot be written, PluginError when a reader fails.
    """
    from ssrpolicy.reporting import read_source  # noqa: PLC0415 - for new records only
    from ssrpolicy.starting import begin_record  # noqa: PLC0415 - for new records only

    path = path_of(source)
    read = read_source(path, reader=reader, registry=environment_plugins())
    return begin_record(path, None if folder is None else path_of(folder), number, read=read)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the JSON record, as ``ssrpolicy schema`` prints it."""
    return codec.schema()


def cite(text: str) -> tuple[Citation, ...]:
    """Return the citations of parliamentary papers in a text, with warnings where one is odd."""
    if not isinstance(text, str):
        raise ArgumentTypeError(
            _("{text!r:.80} is not a text.", text=text), hint=_("Give the words that cite papers.")
        )
    return find_citations(text)
