"""The reporter ``calendar``: its name, its kind of file, and the call that writes a calendar."""

from typing import BinaryIO

from ssrpolicy.reporting import NoOptions, Report


class CalendarReporter:
    """Writes the terms of commitments as all-day events of a calendar."""

    name = "calendar"
    summary = "A calendar of the due dates of commitments, for Outlook and others (.ics)."
    suffix = "ics"
    media_type = "text/calendar"
    api = 1
    mark = b"PRODID:-//ssrpolicy//"
    shows_internal = False
    supports_selection = True
    options = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write the calendar as UTF-8; the same report gives the same bytes."""
        from ssrpolicy_calendar.events import write_calendar  # noqa: PLC0415 - it loads icalendar, and `plugins` and other reports are quick without

        write_calendar(report, out)
