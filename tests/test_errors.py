"""Errors between processes: each arrives as what it was."""

import copy
import datetime as dt
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import ssrpolicy
from ssrpolicy import Finding, InputError, Location, Severity, SsrPolicyError
from ssrpolicy.cli.main import _command

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


WORD = "Gr0en&Boei"


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://jan:{WORD}@db.voorbeeld.invalid/register",
        f"postgresql:/jan:{WORD}@db.voorbeeld.invalid/register",
        f"postgresql+psycopg://jan:{WORD}@db.voorbeeld.invalid:5432/register",
        f"mysql://jan:{WORD}/@x@db.voorbeeld.invalid/register",
        f"https://jan:{WORD}@www.voorbeeld.invalid/brief.pdf",
        f"jan:{WORD}@db.voorbeeld.invalid/register",
        f"folder/jan:{WORD}@db.voorbeeld.invalid/register",
        f"host=db.voorbeeld.invalid password='{WORD}' dbname=register",
        f"postgresql://db.voorbeeld.invalid/register?user=jan&password={WORD}",
        f"postgresql://jan:{WORD}{'x' * 300}@db.voorbeeld.invalid/register",
    ],
)
def test_no_error_repeats_the_password_of_an_address(address: str, tmp_path: Path) -> None:
    """Whatever the library is given an address for, neither the error nor its causes repeat it."""
    calls: list[Callable[[], object]] = [
        lambda: ssrpolicy.load(address),
        lambda: list(ssrpolicy.load_all(address)),
        lambda: ssrpolicy.check(address),
        lambda: ssrpolicy.compare(address, address),  # type: ignore[arg-type]  # an address for a record is what is tried
        lambda: ssrpolicy.dump(address, tmp_path / "x.json"),  # type: ignore[arg-type]  # an address for a record is what is tried
        lambda: ssrpolicy.new(address),
        lambda: ssrpolicy.undo(address),
        lambda: ssrpolicy.draft(address),
        lambda: ssrpolicy.plan_merge(address, [address], date=dt.date(2025, 1, 1)),
        lambda: ssrpolicy.plan_review(address, address),
    ]
    for call in calls:
        with pytest.raises(SsrPolicyError) as caught:
            call()
        error: BaseException | None = caught.value
        while error is not None:
            assert WORD[:4] not in f"{error}{error.args}"
            error = error.__cause__


@pytest.mark.parametrize(
    "message",
    [
        "C:\\records\\a.toml@HEAD is not a record.",
        "See https://www.voorbeeld.invalid:8080/brief and http://localhost:80.",
        "Write to mailto:jan@voorbeeld.invalid, or jan@voorbeeld.invalid.",
        "brief/record.toml:12: quotes: a@b stands nowhere.",
        "At 12:30 the word = 'a' was typed.",
    ],
)
def test_what_only_looks_like_a_password_stays_in_a_message(message: str) -> None:
    """Ports, drives, mail addresses and places of findings are told as they are."""
    assert SsrPolicyError(message, hint=message).message == message
    assert SsrPolicyError(message, hint=message).hint == message


def test_an_error_that_another_library_raised_is_passed_on_in_its_words() -> None:
    """A plugin hands over the exception itself, or whatever it has, and no second error comes."""
    passed = InputError(OSError("The disk is full."), hint=Path("other.txt"))  # type: ignore[arg-type]  # this is what is tried

    assert (passed.message, passed.hint) == ("The disk is full.", "other.txt")


@pytest.mark.parametrize("name", ["x" * 200_000, "x/" * 2_500])
def test_no_error_repeats_a_name_that_is_longer_than_any(name: str, tmp_path: Path) -> None:
    """Its two ends say which is meant; a path as long as systems have stays whole."""
    with pytest.raises(InputError) as refused:
        ssrpolicy.check(name)
    assert name[:99] in str(refused.value)
    assert len(str(refused.value)) < 300
    for words in (["check", name], ["schema", name], ["new", "brief.txt", name]):
        printed = CliRunner().invoke(_command, words).output
        assert 0 < len(printed) < 1_000
    kept = tmp_path / ("y" * 200)
    assert str(kept) in InputError(f"{kept} does not exist.").message
