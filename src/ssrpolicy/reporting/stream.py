"""The stream that the host gives a reporter: a file that it cannot close, nor fill without end."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from ssrpolicy.messages import _

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# More than the largest portfolio fills; a reporter that goes on would fill the disk.
_LARGEST = 4 << 30
_LARGEST_HOLE = 64 << 20


class ReportStream(io.BufferedIOBase):
    """The stream that a reporter writes to: the host's file, which it cannot close.

    ``failure`` is the first error of the disk: a reporter that swallows it would leave a file
    with a hole and call it whole. ``too_far`` says where it went beyond what a report can be.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._finished = False
        self._end = 0
        self.failure: OSError | None = None
        self.too_far: str | None = None

    @contextmanager
    def _noting(self) -> Iterator[BinaryIO]:
        if self.closed:
            raise ValueError(_("the stream of this report is closed"))
        if self._finished:
            raise ValueError(_("this report is finished; its stream takes nothing more"))
        try:
            yield self._file
        except OSError as error:
            self.failure = self.failure or error
            raise

    def _check_end(self, end: int) -> None:
        if end > _LARGEST:
            self._refuse(
                _("it wrote more than {largest} GiB, which is not a report", largest=_LARGEST >> 30)
            )

    def _check_hole(self, start: int) -> None:
        if start - self._end > _LARGEST_HOLE:
            self._refuse(
                _("it left a hole of {start:,} bytes in its file", start=start - self._end)
            )

    def _refuse(self, cause: str) -> NoReturn:
        self.too_far = cause
        raise ValueError(cause)

    def finish(self) -> None:
        """Refuse all use from now on, even by a reporter that keeps the stream."""
        self._finished = True

    def write(self, data: ReadableBuffer, /) -> int:
        """Write bytes at the present position."""
        with self._noting() as file:
            here = file.tell()
            self._check_hole(here)
            self._check_end(here)
            count = file.write(data)
            self._end = max(self._end, here + count)
            return count

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Move to a position in what was written."""
        with self._noting() as file:
            start = {io.SEEK_SET: 0, io.SEEK_CUR: file.tell(), io.SEEK_END: self._end}
            to = start[whence] + offset
            if to < 0:
                raise ValueError(_("position {to} does not exist", to=to))
            if to > _LARGEST:
                self._refuse(_("it went to position {to:,}, where no report ends", to=to))
            return file.seek(to)

    def tell(self) -> int:
        """Return the present position, in bytes from the start."""
        with self._noting() as file:
            return file.tell()

    def truncate(self, size: int | None = None, /) -> int:
        """Cut off what comes after ``size``, or after the present position."""
        with self._noting() as file:
            end = file.tell() if size is None else size
            self._check_hole(end)
            self._check_end(end)
            self._end = file.truncate(end)
            return self._end

    def flush(self) -> None:
        """Pass what was written to the disk."""
        # Python flushes what it throws away, and by then the host may have closed its file.
        if not (self.closed or self._finished or self._file.closed):
            with self._noting() as file:
                file.flush()

    def writable(self) -> bool:
        """Whether it can be written: yes."""
        return True

    def seekable(self) -> bool:
        """Whether it has positions: yes."""
        return True
