"""Errors between processes: each arrives as what it was."""

import copy
import pickle
from collections.abc import Callable, Iterator

import pytest

import ssrpolicy
from ssrpolicy import Finding, Location, Severity, SsrPolicyError

FINDING = Finding(
    code="quote-unverified",
    severity=Severity.ERROR,
    subject="kst-1#a",
    message="The quote is not in its document.",
    hint="Quote the words.",
    location=Location(file="record.toml", line=3, path=("statements", 0)),
)


def kinds(kind: type[SsrPolicyError] = SsrPolicyError) -> Iterator[type[SsrPolicyError]]:
    """A kind of error and every kind below it that is public."""
    if getattr(ssrpolicy, kind.__name__, None) is kind:
        yield kind
    for each in kind.__subclasses__():
        yield from kinds(each)


KINDS = sorted(set(kinds()), key=lambda kind: kind.__name__)


def made(kind: type[SsrPolicyError]) -> SsrPolicyError:
    """An error of a kind, with all that it can carry."""
    try:
        return kind("It is so.", hint="Do this.", findings=[FINDING])  # type: ignore[call-arg]  # the errors that take no findings are caught below
    except TypeError:
        return kind("It is so.", hint="Do this.")


def test_every_public_error_is_tried() -> None:
    """What the library exports as an error is among the kinds."""
    names = {name for name in ssrpolicy.__all__ if name.endswith("Error")}

    assert {kind.__name__ for kind in KINDS} == names


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "sent",
    [
        *(
            pytest.param(lambda error, p=p: pickle.loads(pickle.dumps(error, p)), id=f"pickle-{p}")  # noqa: S301 - what was pickled on the same line
            for p in range(pickle.HIGHEST_PROTOCOL + 1)
        ),
        pytest.param(copy.copy, id="copy"),
        pytest.param(copy.deepcopy, id="deepcopy"),
    ],
)
def test_an_error_arrives_in_another_process_as_it_was(
    kind: type[SsrPolicyError], sent: Callable[[SsrPolicyError], SsrPolicyError]
) -> None:
    """Kind, message, hint and findings of an error survive pickle and copy."""
    error = made(kind)
    arrived = sent(error)

    assert type(arrived) is kind
    assert str(arrived) == str(error)
    assert (arrived.message, arrived.hint) == ("It is so.", "Do this.")
    assert (arrived.args, arrived.findings) == (error.args, error.findings)
