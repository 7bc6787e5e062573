"""What is measured of registers: building them, and asking them."""

import importlib
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.steps import AS_OF, command

QUERIES: tuple[dict[str, Any], ...] = (
    {},
    {"schedules": ("overdue",)},
    {"kinds": ("commitment",), "claimed": ("open",)},
    {"due_within": 90},
    {"words": "samenwerking"},
)
WORDS = ("samenwerking", "politie", "partnerlanden", "voortgang", "jaar", "ontwikkeling land")


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


def pages(address: str, number: str) -> Callable[[], None]:
    """Ask a register for so many first pages of commitments, as of different selections."""
    selection = importlib.import_module("ssrpolicy.selection").Selection
    register = importlib.import_module("ssrpolicy_register.asking.register").open_register(address)
    asked = list(itertools.islice(itertools.cycle(QUERIES), int(number)))
    register.listing("commitments", selection(), as_of=AS_OF, limit=20)

    def ask() -> None:
        for criteria in asked:
            register.listing("commitments", selection(**criteria), as_of=AS_OF, limit=20)

    return ask


def searches(address: str, number: str) -> Callable[[], None]:
    """Search a register for so many words, each for its first twenty hits."""
    selection = importlib.import_module("ssrpolicy.selection").Selection
    register = importlib.import_module("ssrpolicy_register.asking.register").open_register(address)
    asked = list(itertools.islice(itertools.cycle(WORDS), int(number)))
    register.search(asked[0], selection(), as_of=AS_OF, limit=20)

    def ask() -> None:
        for words in asked:
            register.search(words, selection(), as_of=AS_OF, limit=20)

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
