"""Where the rows of the workbook's tables stand, for links that lead to them."""

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.utils import get_column_letter, quote_sheetname

from ssrpolicy.views import Table


class Places:
    """The sheets that can be seen and their rows; links lead to no hidden sheet."""

    def __init__(self, tables: Iterable[Table], hidden: Iterable[str] = ()) -> None:
        closed = frozenset(hidden)
        self._tables = {table.key: table for table in tables if table.key not in closed}
        self._rows: dict[str, Mapping[str, int]] = {}

    def title(self, key: str) -> str | None:
        """Return the name of the sheet of a table, or None where it cannot be seen."""
        table = self._tables.get(key)
        return None if table is None else table.title

    def cells(self, key: str) -> str | None:
        """Return the cells of ``table`` or ``table/row``; None where they cannot be seen.

        A row that is not there is the whole table.
        """
        if key in self._tables:
            return f"{self._sheet(key)}!A1"
        name, _, id = key.partition("/")
        return self.rows(name, [id])

    def rows(self, key: str, ids: Sequence[str]) -> str | None:
        """Return the cells of the rows with these ids where they stand together, else the first.

        None where there are none that can be seen.
        """
        if key not in self._tables or not ids:
            return None
        numbers = sorted(self._numbers(key)[id] for id in ids)
        last = numbers[-1] if numbers[-1] - numbers[0] == len(numbers) - 1 else numbers[0]
        columns = [column for column in self._tables[key].columns if column.main]
        letter = get_column_letter(max(len(columns), 1))
        return f"{self._sheet(key)}!A{numbers[0]}:{letter}{last}"

    def _sheet(self, key: str) -> str:
        return quote_sheetname(self._tables[key].title)

    def _numbers(self, key: str) -> Mapping[str, int]:
        if key not in self._rows:
            ids = self._tables[key].ids
            self._rows[key] = {id: number for number, id in enumerate(ids, start=2)}
        return self._rows[key]
