"""The reporter ``json``: everything that is recorded, for programs, in one file."""

from __future__ import annotations

from typing import Any, BinaryIO

from attrs import frozen, validators

from ssrpolicy.reporting import OptionError, Report, option
from ssrpolicy_json.messages import _

_WIDEST = 8


@frozen(kw_only=True)
class JsonOptions:
    """How the JSON is written; what is recorded is always all there."""

    indent: int = option(
        2,
        help=f"The spaces by which each level is indented, 0 to {_WIDEST}; 0 gives one line.",
        validator=validators.and_(validators.ge(0), validators.le(_WIDEST)),
    )
    derived: bool = option(
        default=True,
        help="Add what follows: where quotes stand, addresses, and the progress on the day. The "
        "digest that tells an edited file from a renewed one is always there.",
    )


class JsonReporter:
    """Writes one record as a JSON object, and several as an object with a list of them.

    The documents carry their text, so that every quote can be checked without another file, and
    the file is itself a record that can be loaded. It has all languages, and all updates,
    those after the day of the report too; that day decides only where each statement is derived
    to stand. Of a selection the records come whole, and what is derived says what is in.
    """

    name = "json"
    summary = "A JSON record of motion and response that stands alone and can be loaded again."
    suffix = "json"
    media_type = "application/json"
    api = 1
    mark = b'"ssrpolicy-record'
    shows_internal = True
    supports_selection = True
    options: type[Any] = JsonOptions

    def write(self, report: Report[JsonOptions], out: BinaryIO) -> None:
        """Write the records as UTF-8; the same report gives the same bytes."""
        from ssrpolicy.reporting import write_json  # noqa: PLC0415 - loads the writing of JSON

        options = report.options
        if report.selection is not None:
            if not options.derived:
                raise OptionError(
                    _("What is in a selection stands among what is derived, which is left out."),
                    hint=_("Leave out derived=no, or report everything."),
                )
            report.remark(
                _("The records are in it whole; derived.selection says what is in the selection.")
            )
        write_json(
            report.records,
            out,
            indent=options.indent or None,
            derived=options.derived,
            as_of=report.as_of,
            selection=report.selection,
        )
