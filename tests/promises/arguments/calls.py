"""The public callables, and what each is given rightly and wrongly."""

import inspect
import io
import zipfile
from collections.abc import Callable
from typing import Any

import attrs

import ssrpolicy
from public_calls import DAY, bound, callables, fresh, samples, used
from ssrpolicy import databases, reporting

STREAMS = {name: {"out": None} for name in ("reproducible_package", "write_json")}
with io.BytesIO() as made:
    zipfile.ZipFile(made, "w").close()
    PACKAGE = made.getvalue()


NEW = ssrpolicy.Update(
    statement="report", date=DAY, by="ministry", note=ssrpolicy.LocalText(nl="Gebeld.")
)
LATER = attrs.evolve(NEW, note=ssrpolicy.LocalText(nl="Nog eens gebeld."))
REPORTED = {
    "to": "json",
    "output": "made.json",
    "language": "nl",
    "options": None,
    "internal": None,
    "selection": None,
}
# What a call is given besides the samples, or another sample of an argument.
GIVEN: dict[str, dict[str, Any]] = {
    **STREAMS,
    "check_office_package": {"package": PACKAGE, "limits": None, "check_names": None},
    "reproducible_package": {"out": None, "package": PACKAGE},
    "AboutDay.of": {"approximate": True},
    "Baseline.from_plain": {"plain": reporting.baseline(samples()["report"]).to_plain()},
    "Selection.from_plain": {"plain": {"owners": ["nl-bz"], "due_before": "2030-01-01"}},
    "did_you_mean": {"words": ["een"]},
    "together": {"words": ["een"]},
    "Draft.proposal": {"id": "x"},
    "read_toml": {"text": "a = 1", "name": None},
    "PaperNumber.parse": {"text": "kst-32123-X-124"},
    **{key: {"path": "small"} for key in ("find_records", "may_be_address")},
    **{key: {"file": "small/record.toml"} for key in ("file_digest", "read_record_file")},
    "file_stamp": {"file": "small/record.toml", "now": 1},
    **{key: {"path": "small", "revision": None} for key in ("load", "load_all")},
    "append": {"path": "small", "entries": LATER, "source": None, "preview": False},
    "remove": {"path": "small", "key": "view", "preview": False},
    "replace": {
        "path": "small",
        "key": "report",
        "source": None,
        "preview": False,
        "entry": samples()["record"].statement("report"),
    },
    "undo": {"path": "small", "preview": False},
    "new": {"source": "letter.txt", "folder": "made", "number": None, "reader": None},
    "dump": {"path": "made", "overwrite": False},
    "draft": {"record": "small", "drafter": "cues"},
    "read_source": {"path": "letter.txt", "reader": None},
    "read_portfolio": {"paths": ("small",), "more_rules": ()},
    "report": {**REPORTED, "overwrite": False},
    "run_report": {
        **REPORTED,
        "to": reporting.load_plugins().reporter("json"),
        "findings": (),
        "drafts": (),
    },
    "path_missing": {"path": "nosuch", "hint": None},
    "ready_folder": {"folder": "made"},
    "refuse_in_record": {"target": "tracker.xlsx", "suffix": "", "named": False},
    "quoted_place": {"quote": samples()["record"].statements[0].quotes[0]},
    "Handling.carrying": {"answer": samples()["record"].dispositions[0]},
    "Handling.is_replaced": {"answer": samples()["record"].dispositions[0]},
    "Handling.dealt_with": {"commitment": samples()["record"].commitments[0].id},
    "Handling.settled": {"commitment": samples()["record"].commitments[0]},
    "PolicyRecord.asked_on": {"request": samples()["record"].requests[0]},
    "PolicyRecord.code": {"id": "nl-bz"},
    "PolicyRecord.document": {"key": "letter"},
    "PolicyRecord.in_place": {"place": "NLD"},
    "PolicyRecord.with_update": {"by": "nl-bz", "note": "Gebeld.", "quotes": (), "owners": None},
    "PolicyRecord.locate": {"words": "Ik zal", "document": "letter"},
    "PolicyRecord.progress": {"superseded": False},
    "PlaceInText.context": {"chars": 3, "marks": ("[", "]")},
    "Table.column": {"key": "id"},
    "Tracker.table": {"key": "commitments"},
    "Chosen.by_owner": {"full_ids": ("a#b",)},
    "Chosen.full_ids_of": {"kind": ssrpolicy.Statement},
    "Chosen.of_owner": {"owner": "nl-bz"},
    "Chosen.responsible": {"statement": samples()["record"].statements[0]},
    "responsible": {"statement": samples()["record"].statements[0]},
    "report_stem": {"paths": ("x",)},
    "counted": {"key": "records"},
    "json_text": {"indent": 2, "as_of": None},
    "marked_text": {"text": ssrpolicy.LocalText(nl="een")},
    "motion_key": {"document": samples()["record"].documents[0]},
    "print_json": {"indent": 2},
    "unpacked": {"data": databases.packed(samples()["record"]).whole},
    "unpacked_excerpt": {
        "packed": databases.packed(samples()["record"]).excerpt,
        "statements": (samples()["record"].statements[0].id,),
    },
    "judged": {"more_rules": ()},
    "registry": {"rules": ()},
    "listing": {"sort": None, "only": None, "limit": None},
    "search": {"limit": None},
    "load_plugins": {"environ": samples()["environ"], "disabled": None, "only": ()},
}

# What is called in tests of its own, or by nobody who could be wrong, each with the reason.
LEFT_OUT: dict[str, str] = {
    **dict.fromkeys(
        ("accept", "reject", "withdraw"),
        "it needs a draft; test_calls and the tests of its room call it wrongly",
    ),
    **dict.fromkeys(
        ("plan_merge", "plan_review"),
        "it needs a workbook; test_calls and test_misuse call it wrongly",
    ),
    "open_database": "it needs a plugin; test_calls calls it wrongly",
    **dict.fromkeys(("hookimpl", "option", "rule", "portfolio_rule"), "it decorates; the plugin "
                    "that does so wrongly is refused when it is loaded"),
    **dict.fromkeys(
        ("DATE", "as_of_option", "format_option", "language_option", "path_argument",
         "paths_argument", "plugin_options", "plugins_dir_option", "selection_options"),
        "it decorates a command, and click says what is wrong with it",
    ),
    **dict.fromkeys(
        ("OfferedDrafter.of", "OfferedReader.of", "OfferedReporter.of", "options_of"),
        "what a plugin lacks is a clause of the sentence that names the plugin",
    ),
    **dict.fromkeys(
        ("marked", "marked_plural", "argument", "xml_mistake",
         "texts_of", "Note.by_language", "package_damage_reported", "option_values",
         "proposal_data",
         "example", "day_or_today",  "Registry.offering"),
        "it gives back what it is given, or is given what the library made",
    ),
    **dict.fromkeys(
        (
            *("Reporter.write", "EditableReporter.write", "EditableReporter.read_edits"),
            *("ReviewReporter.write", "ReviewReporter.read_decisions", "Reader.read"),
            *("Drafter.propose", "DrafterWithOptions.propose", "Database.listing"),
            *("Database.naming", "Database.search"),
        ),
        "a plugin defines it",
    ),
    **dict.fromkeys(
        (
            *("OfferedDrafter.propose", "OfferedReader.read", "OfferedReporter.read_edits"),
            "OfferedReporter.read_decisions",
        ),
        "it calls what a plugin defines, and says what that did",
    ),
    "Reviewed.apply": "it changes files; the tests of reviews call it wrongly",
    "Draft.chain": "test_calls has it",
    "PolicyRecord.in_sector": "the small record has no sector; test_questions has it",
    "Registry.reporter": "a registry without reporters knows none",
    "Registry.named": "a registry without reporters knows none",
}  # fmt: skip


def called() -> dict[str, Callable[..., Any]]:
    """What is called wrongly, by its name."""
    found = {}
    for name, value in callables():
        if name in LEFT_OUT or name.endswith("Contract") or "Contract." in name:
            continue
        call = bound(name, value)
        if call is not None and len(inspect.signature(call).parameters):
            found[name] = call
    return found


CALLED = called()


def sample(name: str, argument: str) -> Any:
    """What an argument of a call is given where it is right."""
    given = GIVEN.get(name, {})
    return given[argument] if argument in given else samples()[argument]


def right(name: str, call: Callable[..., Any]) -> dict[str, Any]:
    """The arguments with which a call works."""
    return {
        each.name: sample(name, each.name)
        for each in inspect.signature(call).parameters.values()
        if each.kind is not each.VAR_KEYWORD
        and (each.default is each.empty or each.name in GIVEN.get(name, {}))
        and not (each.kind is each.VAR_POSITIONAL and each.name not in samples())
    }


def answer(call: Callable[..., Any], given: dict[str, Any]) -> None:
    """Call with arguments by their names, in whatever way each is taken."""
    positional, named = [], {}
    taken = inspect.signature(call).parameters.values()
    several = any(each.kind is each.VAR_POSITIONAL for each in taken)
    for each in taken:
        if each.name in given:
            value = fresh(each.name, given[each.name])
            before = each.kind is each.POSITIONAL_OR_KEYWORD and several
            if before or each.kind in (each.POSITIONAL_ONLY, each.VAR_POSITIONAL):
                positional.append(value)
            else:
                named[each.name] = value
    used(call(*positional, **named))
