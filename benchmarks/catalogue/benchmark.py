"""What a row of what is measured consists of, and the budgets that all rows share."""

from attrs import frozen

GROWTH = 5.5
"""How many times as long a step may take for five times as many items."""
MEMORY = 200
"""MiB that any step may take up to `FULL` items."""
FULL = 10_000


@frozen(kw_only=True)
class Floor:
    """The least that the libraries allow, and how many times as long the step may take."""

    name: str
    step: str
    budget: float


@frozen(kw_only=True)
class Benchmark:
    """A step at one size or several, measured together with its floor.

    The floor is that of the first size; each further size is five times the one before it.
    ``each`` is the budget in milliseconds an item, for a step without a floor.
    """

    name: str
    group: str
    title: str
    step: str
    items: str = ""
    sizes: tuple[int, ...] = (1,)
    floor: Floor | None = None
    each: float | None = None
    # A short step is repeated so many times more.
    rounds: int = 1
    # Whether it needs the server that `benchmarks.servers.SERVER` names.
    on_server: bool = False
