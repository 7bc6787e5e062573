"""The codes of the findings that reading a record makes, each with its reference page."""

import tomllib
from pkgutil import get_data
from typing import Final

from attrs import field, frozen

from ssrpolicy.model import Severity


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


_PAGES: Final = tomllib.loads((get_data("ssrpolicy.codec", "codes.toml") or b"").decode("utf-8"))

READING_CODES: Final = tuple(ReadingCode(code=code, **page) for code, page in _PAGES.items())
"""Every code of a finding that reading makes, sorted."""

SEVERITIES: Final = {each.code: each.severity for each in READING_CODES}
