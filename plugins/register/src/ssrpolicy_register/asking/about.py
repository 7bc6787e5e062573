"""Facts about a register: how it was made, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen
from sqlalchemy import func, select

from ssrpolicy.databases import Finding
from ssrpolicy_register.asking.register import open_register
from ssrpolicy_register.database.tables import files, records, statements
from ssrpolicy_register.messages import _, ngettext


@frozen(kw_only=True)
class Information:
    """How a register was made, and what it holds.

    Attributes:
        address: where it is, without a password.
        about: the version of its tables, the program, and when it was built (UTC).
        sources: how many files each source has, by its name.
        records: how many records it holds.
        statements: how many statements these have.
        findings: what is wrong with its files.
    """

    address: str
    about: Mapping[str, str]
    sources: Mapping[str, int]
    records: int
    statements: int
    findings: Sequence[Finding] = field(default=(), repr=False)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield the facts in lines, each with its name."""
        yield _("Register"), self.address
        yield _("Built"), self.about.get("built", "?")
        yield _("Program"), self.about.get("program", "?")
        yield _("Version of the tables"), self.about.get("schema", "?")
        yield _("Records"), str(self.records)
        yield _("Statements"), str(self.statements)
        for name, number in self.sources.items():
            yield (
                _("Source"),
                ngettext("{name} ({number} file)", "{name} ({number} files)", number, name=name),
            )

    def to_plain(self) -> dict[str, Any]:
        """Return the same as JSON has it."""
        return {
            "format": "ssrpolicy-register/1",
            "address": self.address,
            **self.about,
            "records": self.records,
            "statements": self.statements,
            "sources": dict(self.sources),
            "problems": [{**each.to_json(), **each.location.to_json()} for each in self.findings],
        }


def information(address: str) -> Information:
    """Return what the register at an address says of itself; raises InputError for none."""
    register = open_register(address)
    with register.store.connected() as connection:
        count = select(func.count())
        by_source = select(files.c.source, func.count()).group_by(files.c.source)
        return Information(
            address=register.address,
            about=register.about,
            sources=dict(connection.execute(by_source.order_by(files.c.source)).all()),
            records=connection.execute(count.select_from(records)).scalar_one(),
            statements=connection.execute(count.select_from(statements)).scalar_one(),
            findings=register.findings,
        )
