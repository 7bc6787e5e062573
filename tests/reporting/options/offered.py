"""Reporters that are offered with options."""

import datetime as dt
from enum import StrEnum
from typing import Any, BinaryIO, Literal

from attrs import frozen, validators

from ssrpolicy.reporting import InputFile, OfferedReporter, Origin, Report, option


class Paper(StrEnum):
    """The size of a sheet."""

    A4 = "a4"
    LETTER = "letter"


@frozen(kw_only=True)
class AllOptions:
    """One option of every type."""

    wide: bool = option(default=False, help="Lay the sheet on its side.")
    rows: int = option(20, help="The rows on a sheet.", validator=validators.gt(0))
    heading: str = option("Toezeggingen", help="What stands at the top.")
    since: dt.date | None = option(None, help="Leave out what is older.")
    paper: Paper = option(Paper.A4, help="The size of the paper.")
    order: Literal["date", "owner"] = option("date", help="What the rows are sorted by.")
    columns: tuple[str, ...] = option((), help="The columns shown.")
    papers: tuple[Paper, ...] = option((), help="The sizes for which it is laid out.")
    template: InputFile | None = option(None, help="The file that it is laid out as.")


@frozen
class Named:
    """A reporter that is asked for its options only."""

    name: str
    options: type[Any]
    summary: str = "Writes nothing."
    suffix: str = "txt"
    media_type: str = "text/plain"
    api: int = 1

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write nothing."""


def offered(name: str = "sheet", options: type[Any] = AllOptions) -> OfferedReporter:
    """A reporter as the registry has it."""
    origin = Origin(distribution="acme", version="1.0", entry_point="acme")
    return OfferedReporter.of(Named(name=name, options=options), origin)
