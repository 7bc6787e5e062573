"""What is measured of registers: building them, and asking them."""

import importlib
import itertools
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.steps import AS_OF, command

_QUERIES: tuple[dict[str, Any], ...] = (
    {},
    {"schedules": ("overdue",)},
    {"kinds": ("commitment",), "claimed": ("open",)},
    {"due_within": 90},
    {"words": "samenwerking"},
)
_FOUND: tuple[dict[str, Any], ...] = (
    {"owners": ("min-28-4",)},
    {"owners": ("min-28-4",), "schedules": ("overdue",)},
    {"firmness": ("firm",)},
    {"words": "politie"},
)
"""What no table of totals holds, and half of it no index: one of 200 owners, a word in a tenth."""
WORDS = ("evaluatie", "informeren", "bevindingen deels", "uitgevoerd", "volgens", "2014")
"""Words with a hit in each record at most."""
COMMON_WORDS = ("samenwerking", "politie", "partnerlanden", "voortgang", "jaar", "integr land")
"""Words with about ten hits in each record."""
MANY_WORDS = ("politie", "jaar", "deskundigen", "waarnemers", "grensbewaking", "opleid deelnemen")
"""Words with about two hits in ten statements that are written straight into the tables."""


def office(records: str, target: str) -> Callable[[], None]:
    """Write a folder of so many invented records."""
    portfolio = importlib.import_module("benchmarks.invented.portfolio")
    folder = importlib.import_module("benchmarks.invented.folder")

    def write() -> None:
        for record in portfolio.records(int(records)):
            folder.write_folder(record, Path(target) / record["id"])

    return write


def build(folder: str, target: str) -> Callable[[], None]:
    """Build a register in a file that is not there yet, with the command."""
    Path(target).unlink(missing_ok=True)
    return command("register", "build", folder, "--database", target)


def build_again(folder: str, target: str) -> Callable[[], None]:
    """Build a register again after one record changed, with the command."""
    file = min(Path(folder).glob("*/record.toml"))
    with file.open("a", encoding="utf-8", newline="\n") as changed:
        changed.write("# again\n")
    return command("register", "build", folder, "--database", target)


def build_unchanged(folder: str, target: str) -> Callable[[], None]:
    """Build a register again of which nothing changed, with the command."""
    return command("register", "build", folder, "--database", target)


def asked_for_pages(
    address: str, *, limit: int = 20, queries: Sequence[dict[str, Any]] = _QUERIES
) -> list[Callable[[], object]]:
    """Return what asks a register for first pages of commitments, each of another selection."""
    selection = importlib.import_module("ssrpolicy.selection").Selection
    listing = _register(address).listing
    chosen = (selection(**criteria) for criteria in queries)
    return [partial(listing, "commitments", each, as_of=AS_OF, limit=limit) for each in chosen]


def asked_for_words(address: str, words: Sequence[str]) -> list[Callable[[], object]]:
    """Return what asks a register for the first twenty hits, each of other words."""
    everything = importlib.import_module("ssrpolicy.selection").Selection()
    search = _register(address).search
    return [partial(search, each, everything, as_of=AS_OF, limit=20) for each in words]


def _register(address: str) -> Any:
    return importlib.import_module("ssrpolicy_register.asking.register").open_register(address)


def pages(address: str, number: str) -> Callable[[], None]:
    """Ask a register for so many first pages of commitments, as of different selections."""
    return _in_turn(asked_for_pages(address), int(number))


def totals(address: str, number: str) -> Callable[[], None]:
    """Ask a register for the totals of so many selections, and for one row with them."""
    return _in_turn(asked_for_pages(address, limit=1), int(number))


def found_totals(address: str, number: str) -> Callable[[], None]:
    """Ask a register of very many statements for the totals of what is looked for in them."""
    return _in_turn(asked_for_pages(address, limit=1, queries=_FOUND), int(number))


def searches(address: str, number: str) -> Callable[[], None]:
    """Search a register for so many words, each for its first twenty hits."""
    return _in_turn(asked_for_words(address, WORDS), int(number))


def common_searches(address: str, number: str) -> Callable[[], None]:
    """Search a register for so many words that most papers have."""
    return _in_turn(asked_for_words(address, COMMON_WORDS), int(number))


def many_searches(address: str, number: str) -> Callable[[], None]:
    """Search a register of very many statements for so many words that many of these have."""
    return _in_turn(asked_for_words(address, MANY_WORDS), int(number))


def _in_turn(questions: Sequence[Callable[[], object]], number: int) -> Callable[[], None]:
    questions[0]()  # what is read once only

    def ask() -> None:
        for each in itertools.islice(itertools.cycle(questions), number):
            each()

    return ask


def statements(number: str, target: str) -> Callable[[], None]:
    """Write a register of so many invented statements straight into its tables, and index it."""
    many = importlib.import_module("benchmarks.invented.many")

    def write() -> None:
        many.write(Path(target), int(number))
        index(target)()

    return write


def index(address: str) -> Callable[[], None]:
    """Make the index of words of a register anew."""
    schema = importlib.import_module("ssrpolicy_register.database.schema")
    store = importlib.import_module("ssrpolicy_register.database.stores").store_at(address)

    def make() -> None:
        with store.connected() as connection:
            schema.begin(connection, store)
            schema.index_words(connection)
            connection.commit()

    return make
