"""What an option can be: numbers, lists, yes by its name alone; and what validators say."""

import re
from typing import Any, BinaryIO, Literal

import pytest
from attrs import frozen, validators

from ssrpolicy.errors import OptionError
from ssrpolicy.reporting import OfferedReporter, Report, option, option_values, options_asked
from ssrpolicy.testing import AS_OF, registry, small_record
from tables import each_case

Order = Literal["date", "owner"]


@frozen(kw_only=True)
class Options:
    """Options of every kind that this page is about."""

    share: float = option(0.5, help="A share.", validator=validators.le(1.0))
    days: int = option(3, help="Days.", validator=validators.and_(validators.ge(0)))
    orders: list[Order] = option(["date"], help="Orders.")
    sizes: tuple[float, ...] = option((), help="Sizes.")
    years: list[int] = option([], help="Years.")
    wide: bool = option(default=False, help="Wide.")
    name: str = option("abc", help="A name.", validator=validators.matches_re("[a-z]+"))
    kind: str = option("a", help="A kind.", validator=validators.in_(("a", "b")))
    short: str = option("x", help="Short.", validator=validators.max_len(3))
    long: str = option("xyz", help="Long.", validator=validators.min_len(2))
    some: tuple[str, ...] = option(("a",), help="Some.", validator=validators.min_len(1))


class Reporter:
    """A reporter with these options, typed as an author would."""

    name = "acme"
    summary = "The options."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options: type[Any] = Options

    def write(self, report: Report[Options], out: BinaryIO) -> None:
        """Write an option, whose type is known."""
        share: float = report.options.share
        out.write(f"{share}\n".encode())


@pytest.fixture
def acme() -> OfferedReporter:
    """The reporter, as if it were installed."""
    return registry(Reporter()).reporter("acme")


def made(acme: OfferedReporter, *arguments: str) -> Options:
    """The options that arguments of the command come to."""
    found: Options = option_values(acme, options_asked(arguments, [acme])[acme])
    return found


@pytest.mark.parametrize(
    "argument, key, value",
    [
        ("share=0.25", "share", 0.25),
        ("share=0,25", "share", 0.25),
        ("share=1", "share", 1.0),
        ("orders=owner,date", "orders", ["owner", "date"]),
        ("orders=", "orders", []),
        ("sizes=1,2.5", "sizes", (1.0, 2.5)),
        ("years=2010,2011", "years", [2010, 2011]),
        ("wide", "wide", True),
        ("acme.wide", "wide", True),
        ("wide=no", "wide", False),
    ],
)
def test_an_option_is_given_as_text(
    acme: OfferedReporter, argument: str, key: str, value: object
) -> None:
    """As people type it; a yes or no by its name alone."""
    found = getattr(made(acme, argument), key)

    assert found == value
    assert type(found) is type(value)


def test_a_list_is_that_of_one_instance(acme: OfferedReporter) -> None:
    """What a reporter does to its list is gone with the report."""
    made(acme).orders.append("owner")

    assert made(acme).orders == ["date"]


@pytest.mark.parametrize("number", ["nan", "inf", "1e400", "1.2.3", "een", "1 000", "0x10"])
def test_what_is_not_a_number_is_refused(acme: OfferedReporter, number: str) -> None:
    """Neither infinite nor in a form that nobody types."""
    with pytest.raises(OptionError) as refused:
        made(acme, f"share={number}")

    assert str(refused.value).splitlines() == [
        f"The option share of acme is {number!r}.",
        "It takes a number such as 2.5.",
    ]


@pytest.mark.parametrize("argument", ["share", "orders", "acme.days"])
def test_only_a_yes_or_no_can_do_without_a_value(acme: OfferedReporter, argument: str) -> None:
    """The others are answered with what they take."""
    with pytest.raises(OptionError, match=f"Write -o {argument}=...; it takes "):
        made(acme, argument)


@pytest.mark.parametrize(
    "argument, message, must",
    [
        ("share=1.5", "The option share of acme is 1.5.", "It must be at most 1.0."),
        ("days=-3", "The option days of acme is -3.", "It must be at least 0."),
        ("kind=c", "The option kind of acme is 'c'.", "It must be a or b."),
        ("name=A1", "The option name of acme is 'A1'.", "It must have the form [a-z]+."),
        (
            "short=abcd",
            "The option short of acme is 'abcd'.",
            "It must be of at most 3 characters or items.",
        ),
        (
            "long=a",
            "The option long of acme is 'a'.",
            "It must be of at least 2 characters or items.",
        ),
        ("some=", "The option some of acme is ().", "It must be of at least 1 character or item."),
    ],
)
def test_a_validator_of_attrs_gives_one_readable_sentence(
    acme: OfferedReporter, argument: str, message: str, must: str
) -> None:
    """The option, its value and what it must be; nothing of how attrs is made."""
    with pytest.raises(OptionError) as refused:
        made(acme, argument)

    assert str(refused.value).splitlines() == [message, must]
    assert not re.search(r"<class|Attribute|validator", str(refused.value))


def even(_options: Any, _field: Any, value: int) -> None:
    """A validator of one's own."""
    if value % 2:
        raise ValueError("the number of columns is even")


@frozen(kw_only=True)
class Even:
    """Options with validators of one's own, alone and among those of attrs."""

    columns: int = option(2, help="Columns.", validator=even)
    rows: int = option(2, help="Rows.", validator=validators.and_(validators.ge(0), even))
    listed: int = option(2, help="A list.", validator=[validators.ge(0), validators.le(4)])
    other: int = option(2, help="Not three.", validator=validators.not_(validators.in_([3])))
    either: int = option(
        2, help="Two or four.", validator=validators.or_(validators.in_([2]), validators.in_([4]))
    )
    most: int = option(9, help="The most rows.")

    def __attrs_post_init__(self) -> None:
        """Compare two options."""
        if self.rows > self.most:
            raise ValueError("there are more rows than the most")


@each_case(
    "given, said",
    [
        ({"columns": 3}, ["The option columns of acme is 3.", "The number of columns is even."]),
        ({"rows": 3}, ["The option rows of acme is 3.", "The number of columns is even."]),
        ({"rows": -2}, ["The option rows of acme is -2.", "It must be at least 0."]),
        ({"listed": 5}, ["The option listed of acme is 5.", "It must be at most 4."]),
        ({"other": 3}, ["The option other of acme is 3.", "It must be another value: Not three."]),
        (
            {"either": 3, "columns": 4},
            ["The option either of acme is 3.", "It must be another value: Two or four."],
        ),
        (
            {"rows": 4, "most": 2},
            ["The options of acme do not hold: there are more rows than the most."],
        ),
    ],
)
def test_a_sentence_of_ones_own_is_kept(given: dict[str, int], said: list[str]) -> None:
    """With the option and its value, where one value alone is refused."""
    reporter = Reporter()
    reporter.options = Even
    offered = registry(reporter).reporter("acme")

    with pytest.raises(OptionError) as refused:
        option_values(offered, given)

    assert str(refused.value).splitlines() == said


def test_the_options_are_known_in_the_report() -> None:
    """`Report[Options]` is a report like any other when it runs."""
    assert Report[Options] is not None
    report = Report(records=(small_record(),), as_of=AS_OF, options=Options())

    assert report.options.share == 0.5
