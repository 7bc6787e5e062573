"""Working notes are in a report where its reporter or its reader asks for them."""

import io
from typing import Any

import pytest
from attrs import frozen

from reporting.internal.notes import DAY, NOTE, Plain, Working, offered, with_working_notes, written
from ssrpolicy import OptionError
from ssrpolicy.messages import at_command_line
from ssrpolicy.reporting import load_plugins, option, options_asked, run_report
from ssrpolicy.testing import small_record


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    """The option takes what every option of this kind takes."""
    with pytest.raises(OptionError, match="internal of plain is 'soms'"):
        written(Plain(), small_record(), {"internal": "soms"})


def test_the_option_is_one_of_all_reporters() -> None:
    """`-o internal=yes` is for every reporter asked, `-o working.internal=no` for that one."""
    plain, working = offered(Plain()), offered(Working())

    values = options_asked(["internal=yes", "working.internal=no"], [plain, working])

    assert values == {plain: {"internal": "yes"}, working: {"internal": "no"}}
    assert [each.default for each in plain.all_options] == [False]
    assert [each.default for each in working.all_options] == [True]


def test_a_reporter_with_an_option_of_that_name_is_refused() -> None:
    """What the host does for all cannot be taken over by a plugin."""

    @frozen(kw_only=True)
    class Options:
        internal: bool = option(default=True, help="Everything, always.")

    class Taking(Plain):
        options: type[Any] = Options

    with pytest.raises(TypeError, match="declares an option internal, which every reporter has"):
        offered(Taking())


def test_what_a_reporter_declares_is_true_or_false() -> None:
    """A word is not an answer: "no" would count as yes."""

    class Wordy(Plain):
        shows_internal = "no"

    with pytest.raises(TypeError, match="shows_internal is 'no', not True or False"):
        offered(Wordy())


@pytest.mark.parametrize(
    "name, shown",
    [
        ("excel", True),
        ("html", False),
        ("json", True),
        ("word", True),
        ("word-annex", False),
        ("word-changes", True),
    ],
)
def test_the_reporters_of_this_repository_have_their_defaults(name: str, shown: bool) -> None:  # noqa: FBT001 - a case's expectation
    """What is handed in or published leaves internal notes out; working papers have them."""
    assert load_plugins(environ={}).reporter(name).shows_internal is shown


@pytest.mark.parametrize("shown", [True, False])
def test_an_option_object_goes_with_internal(shown: bool) -> None:  # noqa: FBT001 - a case's expectation
    """Who gives an instance of the options class says it apart; so can who gives a mapping."""

    @frozen(kw_only=True)
    class Options:
        loud: bool = option(default=False, help="Louder.")

    class Made(Plain):
        options: type[Any] = Options

    for options in (Options(loud=True), {"loud": True}, None):
        out = io.BytesIO()
        run_report(
            with_working_notes(), offered(Made()), out, as_of=DAY, options=options, internal=shown
        )
        assert (NOTE.encode() in out.getvalue()) is shown


def test_internal_asked_twice_and_not_alike_is_refused() -> None:
    """One of the two would be overruled in silence."""
    with pytest.raises(OptionError, match="internal is given twice"):
        run_report(
            with_working_notes(),
            offered(Plain()),
            io.BytesIO(),
            as_of=DAY,
            options={"internal": "no"},
            internal=True,
        )


def test_what_was_left_out_is_asked_for_in_the_words_of_the_caller() -> None:
    """An option on the command line, an argument in Python."""
    with at_command_line():
        _text, (remark,) = written(Plain(), with_working_notes())
    assert "-o internal=yes includes" in remark
    _text, (remark,) = written(Plain(), with_working_notes())
    assert "internal=True includes" in remark
