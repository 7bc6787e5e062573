"""Folders written whole: filled next to their place first, where they stand when complete."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ssrpolicy.errors import OutputError
from ssrpolicy.storage.atomic import umask


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a folder to fill, whose content stands in ``target`` when the block ends, and only then.

    ``target`` is not there yet, or is an empty folder, which stays the folder it is: somebody may
    stand in it. Raises OutputError when it cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        exists = target.exists()
        around = target if exists else target.parent
        staged = Path(tempfile.mkdtemp(prefix=f".{target.name[:60]}.", dir=around))
        try:
            yield staged
            if exists:
                # Files come after folders: by its file, a folder is recognised as what it is.
                for each in sorted(staged.iterdir(), key=lambda each: (each.is_file(), each.name)):
                    each.rename(target / each.name)
            else:
                staged.chmod(0o777 & ~umask())
                # The system refuses this where something came to stand there meanwhile.
                staged.rename(target)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror or error}.") from error
