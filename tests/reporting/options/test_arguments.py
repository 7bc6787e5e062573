"""Options as arguments of a command: key=value, for one reporter or for every one."""

import pytest
from attrs import frozen

from reporting.options.offered import offered
from ssrpolicy.errors import OptionError
from ssrpolicy.reporting import option, options_asked
from tables import each_case

SHEET = offered()


@frozen(kw_only=True)
class FewOptions:
    """The options of another reporter."""

    rows: int = option(10, help="The rows on a page.")
    sort_key: str = option("date", help="What the rows are sorted by.")


NOTE = offered("note", FewOptions)


def test_a_plain_key_goes_to_every_reporter_asked() -> None:
    """`rows=7` is said to both, and `note.rows=9` goes before it for the one."""
    assert options_asked(["rows=7"], [SHEET, NOTE]) == {SHEET: {"rows": "7"}, NOTE: {"rows": "7"}}
    assert options_asked(["note.rows=9", "rows=7"], [SHEET, NOTE]) == {
        SHEET: {"rows": "7"},
        NOTE: {"rows": "9"},
    }


def test_a_key_can_be_addressed_by_the_full_name() -> None:
    """Where two reporters share a name, the distribution tells them apart."""
    assert options_asked(["acme:note.rows=9"], [NOTE]) == {NOTE: {"rows": "9"}}


def test_a_key_can_be_written_with_hyphens() -> None:
    """Command lines have hyphens where Python has underscores."""
    assert options_asked(["sort-key=owner"], [NOTE]) == {NOTE: {"sort_key": "owner"}}


def test_an_option_of_several_values_can_be_repeated() -> None:
    """Each repetition adds; an option of one value is refused the second time."""
    assert options_asked(["columns=id", "columns=summary"], [SHEET]) == {
        SHEET: {"columns": "id,summary"}
    }
    with pytest.raises(OptionError, match="The option rows is given twice; give it once"):
        options_asked(["rows=1", "rows=2"], [SHEET])


@each_case(
    "argument, message",
    [
        ("rows", "The option 'rows' is not of the form key=value"),
        ("=7", "The option '=7' is not of the form key=value"),
        ("word.rows=7", "An option is given for 'word', which is not asked for"),
        ("paper=a4", "note has no option 'paper'"),
        (".rows=7", "An option is given for '', which is not asked for"),
    ],
)
def test_an_argument_that_fits_nothing_is_refused(argument: str, message: str) -> None:
    """A key must be an option of every reporter asked, and a prefix one of their names."""
    with pytest.raises(OptionError, match=message):
        options_asked([argument], [SHEET, NOTE])
