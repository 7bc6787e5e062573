"""LibreOffice, kept open: it starts once and saves one document after another."""

import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 240.0
"""How many seconds LibreOffice may take for anything, on a machine that has much else to do."""


class Office:
    """LibreOffice with a profile of its own, open for as long as the `with` block runs.

    A second LibreOffice with the same profile hands its work to the open one and waits for it, so
    that a document takes a tenth of a second instead of a start. If the open one has crashed, the
    second does the work itself.
    """

    def __init__(self, command: Path, folder: Path) -> None:
        self._command = [
            str(command),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
        ]
        self._folder = folder

    def __enter__(self) -> Self:
        # The program stays while a document is open, and locks a document once it has opened it.
        document = self._folder / "open.txt"
        document.touch()
        self._log = (self._folder / "log.txt").open("w", encoding="utf-8")
        self._process = subprocess.Popen(
            [*self._command, "--norestore", str(document)],
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
        latest = time.monotonic() + _PATIENCE
        while not (self._folder / ".~lock.open.txt#").exists():
            if time.monotonic() > latest or self._process.poll() is not None:
                break
            time.sleep(0.05)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def saved(self, document: bytes, suffix: str, to: str) -> bytes:
        """The bytes of a document, of one suffix, as LibreOffice saves it with another."""
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            made = Path(folder) / f"document.{suffix}"
            made.write_bytes(document)
            command = [*self._command, "--convert-to", to, "--outdir", f"{folder}/saved", str(made)]
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
            saved = Path(folder) / "saved" / f"document.{to}"
            if not saved.is_file():
                log = (self._folder / "log.txt").read_text("utf-8")
                raise AssertionError(f"LibreOffice saved no {to}:\n{log}{done.stdout}{done.stderr}")
            return saved.read_bytes()
