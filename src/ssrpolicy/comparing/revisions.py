"""Records as they were at a revision of git: put into a folder of their own while they are read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

import attrs

from ssrpolicy.errors import ArgumentTypeError, InputError, SsrPolicyError
from ssrpolicy.messages import _
from ssrpolicy.model import FindingsError
from ssrpolicy.storage import may_be_address, path_missing, upwards
from ssrpolicy.syntax import toml_tables

_RECORD_FILE: Final = "record.toml"
_RECORDS: Final = (".toml", ".json")


@contextmanager
def at_revision(path: Path, revision: str) -> Iterator[Path]:
    """Give a path at which the record, or folder of records, stands as it was at a revision.

    ``path`` is where it stands now, or stood; ``revision`` what git takes, such as ``HEAD~3``, a
    tag or a digest. Errors that are raised meanwhile name ``PATH@REVISION``. Raises InputError
    where git is not there, or knows no such revision or path.
    """
    git = _Git(path, revision)
    with TemporaryDirectory(prefix="ssrpolicy-") as folder:
        kept = Path(folder) / (path.name or "records")
        if path.suffix.casefold() in _RECORDS:
            inside = Path(folder)
            _put_record(git, PurePosixPath(path.name), inside)
        else:
            inside = kept
            kept.mkdir()
            for name in git.names():
                if name.name == _RECORD_FILE or name.suffix == ".json":
                    _put_record(git, name, inside)
        try:
            yield kept
        except SsrPolicyError as error:
            _rename(error, str(kept), f"{path}@{revision}")
            raise


def _rename(error: SsrPolicyError, kept: str, shown: str) -> None:
    """Name the path that the caller gave in an error, instead of the temporary folder."""
    error.message = error.message.replace(kept, shown)
    error.hint = error.hint and error.hint.replace(kept, shown)
    if not isinstance(error, FindingsError):
        return
    error.findings = tuple(
        attrs.evolve(
            finding,
            location=attrs.evolve(
                finding.location,
                file=finding.location.file and finding.location.file.replace(kept, shown),
            ),
        )
        for finding in error.findings
    )


def _put_record(git: _Git, name: PurePosixPath, folder: Path) -> None:
    """Write a record's file, and the files that it names next to it, into a folder."""
    data = git.content(name)
    _put(folder / name, data)
    if name.suffix.casefold() != ".toml":
        return
    try:
        documents = toml_tables(data.decode("utf-8")).get("documents", [])
        given = [each.get(key) for each in documents for key in ("file", "original")]
    except (ValueError, AttributeError, TypeError, RecursionError):
        given = []  # what is wrong with the file is found when it is read
    files = [PurePosixPath(each) for each in given if isinstance(each, str)]
    for file in [*files, *(each.with_suffix(".parts.json") for each in files if each.name)]:
        if file.is_absolute() or ".." in file.parts or not file.name:
            continue
        try:
            content = git.content(name.parent / file)
        except InputError:
            continue  # a text that is not there is found missing when the record is read
        _put(folder / name.parent / file, content)


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


class _Git:
    """One revision of the repository around a path."""

    def __init__(self, path: Path, revision: str) -> None:
        if not isinstance(revision, str):
            raise ArgumentTypeError(
                _("{revision!r:.80} is not a revision.", revision=revision),
                hint=_("Give what git takes, as a text, such as HEAD~3."),
            )
        if may_be_address(given := f"{path}@{revision}"):
            raise path_missing(given, given)
        program = shutil.which("git")
        if program is None:
            raise InputError(
                _("git is not installed, so {path} cannot be read at a revision.", path=path)
            )
        if not revision or revision.startswith("-") or not revision.isprintable():
            raise InputError(_("{revision!r:.80} is not a revision.", revision=revision))
        self._path, self._revision, self._program = path, revision, program
        whole = path.absolute()
        top = whole.parent if path.suffix.casefold() in _RECORDS else whole
        # The folder may be gone by now; git is asked in the nearest that is there.
        self._folder = next(each for each in upwards(top) if each.is_dir())
        self._base = PurePosixPath(top.relative_to(self._folder).as_posix())
        self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")

    def content(self, name: PurePosixPath) -> bytes:
        """Return the bytes of a file below the path, or next to the file that it is."""
        return self._run("show", f"{self._revision}:./{self._base / name}")

    def names(self) -> list[PurePosixPath]:
        """Return the names of the files below the path, as they stand in it."""
        listed = self._run("ls-tree", "-r", "-z", "--name-only", self._revision, f"{self._base}/")
        names = [PurePosixPath(each) for each in listed.decode("utf-8", "replace").split("\0")[:-1]]
        if not names:
            raise self._not_there()
        return [each.relative_to(self._base) for each in names]

    def _not_there(self) -> InputError:
        return InputError(
            _("{path} is not there at {revision}.", path=self._path, revision=self._revision),
            hint=_("If it had another name then, give that name."),
        )

    def _run(self, *arguments: str) -> bytes:
        done = subprocess.run(  # noqa: S603 - git, with arguments that are not options
            [self._program, *arguments],
            cwd=self._folder,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},  # what it says is recognised in English
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            reason = said.removeprefix("fatal: ") or _("git knows no such revision")
            if said.startswith("fatal: path ") and " in '" in said:
                raise self._not_there()
            if "not a git repository" in said:
                reason = _("it stands in no git repository")
            raise InputError(
                _(
                    "{path} cannot be read at {revision}: {reason}.",
                    path=self._path,
                    revision=self._revision,
                    reason=reason.rstrip("."),
                )
            )
        return done.stdout
