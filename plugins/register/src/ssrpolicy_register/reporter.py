"""The reporter ``sqlite``: its name, its kind of file, and the call that writes a database."""

from typing import BinaryIO

from ssrpolicy.reporting import NoOptions, Report


class SqliteReporter:
    """Writes all that records hold, and where it stands on the day, as tables of one file."""

    name = "sqlite"
    summary = "A SQLite database of all that records hold, for Datasette, pandas and others."
    suffix = "sqlite"
    media_type = "application/vnd.sqlite3"
    api = 1
    mark = b"SQLite format 3\0"
    shows_internal = False
    supports_selection = True
    options = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the database; the same report gives the same bytes with the same SQLite."""
        from ssrpolicy_register.handover.writing import write_database  # noqa: PLC0415 - it loads sqlite3, which is needed for a register only

        write_database(report, out)
