"""The codes of the findings that reading a record makes, each with its reference page."""

from typing import Final

from attrs import field, frozen

from ssrpolicy.model import Severity
from ssrpolicy.syntax import packaged_tables


@frozen(kw_only=True)
class ReadingCode:
    """A stable code for one way in which a record cannot be read as written.

    ``page`` is the reference page: what is wrong, and what to do; its first line is the
    ``summary``.
    """

    code: str
    severity: Severity = field(default=Severity.ERROR, converter=Severity)
    page: str

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]


_PAGES: Final = packaged_tables("ssrpolicy.codec", "codes.toml")

READING_CODES: Final = tuple(ReadingCode(code=code, **page) for code, page in _PAGES.items())
"""Every code of a finding that reading makes, sorted."""

SEVERITIES: Final = {each.code: each.severity for each in READING_CODES}
