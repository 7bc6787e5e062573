"""An address of a database that is given where it does not belong, with a password in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy import InputError
from ssrpolicy.cli.console import WORDS, without_addresses
from tables import each_case

Run = Callable[..., Result]

ADDRESSES = (
    "postgresql://jan:geheim@127.0.0.1:1/naam",
    "POSTGRESQL://jan:geheim@127.0.0.1:1/naam",
    " postgres://jan:geheim@127.0.0.1:1/naam",
    "'postgresql://jan:geheim@127.0.0.1:1/naam'",
    "postgresql:jan:geheim@127.0.0.1/naam",
    "postgresql;//jan:geheim@127.0.0.1/naam",
    "postgresql://jan;geheim@127.0.0.1/naam",
    "postgresql://jan:wacht@geheim@127.0.0.1/naam",
    "mysql://jan:geheim@127.0.0.1/naam",
    "postgresql://127.0.0.1/naam?password=geheim",
    "host=127.0.0.1 password=geheim",
    "jan:geheim@127.0.0.1/naam",
    "jan/geheim@127.0.0.1",
    "jan/geheim@127.0.0.1:1/naam",
    "postgresql://jan:wa/geheim@127.0.0.1/naam",
    "//jan:geheim@127.0.0.1/naam",
)


def refuse_without_the_password(
    run: Run, letter: Path, folder: Path, address: str, taken: slice = slice(None)
) -> None:
    """Give an address to commands where it does not belong; each refuses it, and writes nothing."""
    commands: list[tuple[str | Path, ...]] = [
        ("check",), ("report",), ("show",), ("draft",), ("new",), ("add",), ("list",),
        ("list", "letters"), ("search", "naam"), ("compare", letter), ("schema",),
        ("register", "build"), ("corpus", "check"), ("locate",), ("plugins",),
        ("report", letter, "--to"), ("report", letter, "--to", "json", "--output"),
        ("report", letter, "--to", "json", "--output-dir"),
        ("new", letter / "sources" / "kst-32123-X-124.txt"),
    ]  # fmt: skip
    for command in commands[taken]:
        result = run(*command, address)

        assert result.exit_code == 2, command
        assert "geheim" not in result.output + result.stderr, command
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_password_is_never_repeated(
    run: Run, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Whichever command is given it for a path or a word, and however it is misspelt.

    Each address is given to every fourth command, so that each command gets four of them.
    """
    monkeypatch.chdir(tmp_path)
    fourth = slice(ADDRESSES.index(address) % 4, None, 4)
    refuse_without_the_password(run, letter, tmp_path, address, fourth)


@pytest.mark.slow  # three hundred commands: each address with each command
def test_no_command_repeats_the_password_of_any_address(
    run: Run, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command with every address."""
    monkeypatch.chdir(tmp_path)
    for address in ADDRESSES:
        refuse_without_the_password(run, letter, tmp_path, address)


@pytest.mark.parametrize(
    "query", ["token=geheim", "a=1&password=geheim", "sig=geheim%3D=geheim#p", "A=geheim;b=geheim"]
)
def test_the_values_of_a_query_are_never_repeated(
    run: Run, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    """A page's address is named, without the token with which it is read."""
    monkeypatch.chdir(tmp_path)
    address = f"https://example.org/brief.pdf?{query}"
    for command in (
        ("check",), ("show",), ("new",), ("add",), ("locate",), ("compare", letter), ("list",),
        ("report", letter, "--to"), ("schema",), ("plugins",), ("cite",),
    ):  # fmt: skip
        result = run(*command, address)

        assert "geheim" not in result.stderr, command


@pytest.mark.parametrize(
    "path", ["nowhere/record.toml", "/srv/jan@office/record.toml", "https://example.org/letter.txt"]
)
def test_a_path_at_which_there_is_nothing_is_named(run: Run, path: str) -> None:
    """Only what may hold a password is left out."""
    result = run("check", path)

    assert result.exit_code == 2
    assert result.stderr == f"Error: {Path(path)} does not exist.\n"


def test_what_is_on_disk_is_a_path(run: Run, copied_record: Callable[[str], Path]) -> None:
    """A record in a folder whose name looks like an address is read, and so is one to be found."""
    folder = copied_record("kst-32123-X-124")
    odd = folder.with_name("nas:data@office")
    folder.rename(odd)

    assert run("check", odd).exit_code == 0
    assert "nas:data@office/old does not exist" in run("check", odd / "old").stderr


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_citation_is_told_without_the_password(run: Run, address: str) -> None:
    """A text without a citation is repeated, and an address in it is not."""
    result = run("cite", address)

    assert "geheim" not in result.output + result.stderr


@pytest.mark.parametrize(
    "address",
    [
        "https://jan:geheim@example.org/a?token=geheim",
        "jan:geheim@example.org",
        "postgres://jan:geheim@db/x?password=geheim",
        f"https://jan:geheim@example.org/{'a' * 200}",
    ],
)
def test_a_part_of_an_address_is_not_repeated_either(
    run: Run, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Neither the name of an option in it, its beginning, nor the name of its file."""
    monkeypatch.chdir(tmp_path)
    report = ("report", letter, "--to", "word")
    for command in (
        (*report, "-o", f"{address}=1"), (*report, "-o", address), (*report, "--place", address),
        (*report, "-o", f"template={address}"), ("merge", address, letter),
        ("list", "motions", letter, "--owner", address), ("check", letter, "-o", f"{address}.a=1"),
        ("remove", letter, address), ("locate", letter, address), ("add", address, letter),
    ):  # fmt: skip
        result = run(*command)

        assert result.exit_code, command
        assert "geheim" not in result.output + result.stderr, command


@each_case(
    "word, message, shown",
    [
        ("mysql://bob:geheim@host/db", "Cannot read file bob:geheim@host", "Cannot read file ***"),
        ("mysql://bob:geheim@host/db", "Cannot read geheim@host/db", "Cannot read ***"),
        ("-o=mysql://bob:geheim@host/db", "Not bob:geheim", "Not ***"),
        ("https://h/x?token=geheim&a=b", "Cannot read x?token=geheim", "Cannot read x?***"),
        ("https://h/x?token=geheim&a=b", "No option token=geheim", "No option token=***"),
        ("https://h/x?a=b;token=geheim", "No option token=geheim", "No option token=***"),
        ("rapporten:jan@post/x", "Three rapporten are shown", "Three rapporten are shown"),
        ("rapporten:jan@post/x", "Cannot read rapporten:jan", "Cannot read ***"),
        (
            "rapporten/geheim@post",
            "Three rapporten, no rapporten/geheim",
            "Three rapporten, no ***",
        ),
        ("https://h/x?format=json", "Written as json", "Written as json"),
    ],
)
def test_any_part_of_an_address_is_left_out_and_no_word_besides(
    word: str, message: str, shown: str
) -> None:
    """What has the password or the token is; the name of a user alone may be any word."""
    token = WORDS.set(("check", word))
    try:
        assert without_addresses(message) == shown
    finally:
        WORDS.reset(token)


@each_case(
    "word, message, shown",
    [
        ("postgresql://jan@db:5432/naam", "postgresql://jan@db:5432/naam is down", None),
        ("postgresql://db/naam?sslmode=require", "postgresql://db/naam is down", None),
        ("postgresql://jan@[::1]:5432/naam", "postgresql://jan@[::1]:5432/naam is down", None),
        ("--database=postgresql://jan@db/naam", "postgresql://jan@db/naam is down", None),
        ("postgresql://jan:geheim@db:5/naam", "postgresql://jan:***@db:5/naam is down", None),
        ("--database=postgres://jan:geheim@db/x", "postgresql://jan:***@db/x is down", None),
        (
            "postgresql://jan:geheim@db/naam",
            "Odd word (postgresql://jan:geheim@db/naam), or geheim@db, or jan:gehei...",
            "Odd word (postgresql://jan:***@db/naam), or ***db, or ***...",
        ),
        ("postgresql://db/naam?password=geheim", "No naam?password=geheim", "No naam?***"),
    ],
)
def test_of_a_plain_address_of_a_server_the_password_alone_is_left_out(
    word: str, message: str, shown: str | None
) -> None:
    """Who reads that a server refuses must see which host, port and database were asked."""
    token = WORDS.set(("list", word))
    try:
        assert without_addresses(message) == (shown or message)
    finally:
        WORDS.reset(token)


@each_case(
    "address",
    ["postgresql://jan@db:5432/naam", "postgresql://[::1]:5432/naam", "postgresql://db/x"],
)
def test_an_address_without_a_password_is_whole_in_an_error(address: str) -> None:
    """Nothing of it has to be left out."""
    assert str(InputError(f"{address} cannot be used.")) == f"{address} cannot be used."
