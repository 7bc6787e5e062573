"""TIFF: its directory of facts about a picture, without those that the picture does not need."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

# Where the pixels are and what they mean; the tags between them are names, times and programs.
_SHOWN: Final = frozenset(
    (
        *range(254, 269), *range(273, 285), *range(286, 298), 301, *range(317, 334),
        *range(336, 344), 347, *range(512, 522), *range(529, 533), 32995, 32996, 34675,
    )
)  # fmt: skip
_WITHIN: Final = frozenset((330,))
_DIRECTORIES: Final = frozenset((34665, 34853, 40965))
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_ENTRY: Final = 12
_IN_PLACE: Final = 4
_MOST: Final = 1_000


@frozen
class _Tiff:
    """The bytes of a picture, changed in place; numbers are read in its order."""

    data: bytearray
    order: Literal["little", "big"]

    def number(self, place: int, size: int) -> int:
        """Return a number; raises IndexError past the end."""
        if place + size > len(self.data):
            raise IndexError
        return int.from_bytes(self.data[place : place + size], self.order)

    def blank(self, place: int, size: int) -> None:
        """Put zeros in the place of what is there."""
        if place + size > len(self.data):
            raise IndexError
        self.data[place : place + size] = bytes(size)


def without_tags(data: bytes) -> bytes | None:
    """Return a TIFF with only the tags that it is shown by; None for one that is damaged."""
    tiff = _Tiff(bytearray(data), "little" if data.startswith(b"II") else "big")
    try:
        waiting, seen = [tiff.number(4, 4)], {0}
        while waiting and len(seen) <= _MOST:
            place = waiting.pop()
            if place not in seen:
                seen.add(place)
                waiting += _cleaned(tiff, place, seen)
    except IndexError:
        return None
    return bytes(tiff.data)


def _cleaned(tiff: _Tiff, place: int, seen: set[int]) -> list[int]:
    """Clean one directory, and return where those are that follow it or stand within."""
    count = tiff.number(place, 2)
    start, end = place + 2, place + 2 + count * _ENTRY
    following = [tiff.number(end, 4)]
    kept = []
    for entry in range(start, end, _ENTRY):
        tag = tiff.number(entry, 2)
        if tag in _WITHIN:
            following += _numbers(tiff, entry)
        if tag in _SHOWN | _WITHIN:
            kept.append(bytes(tiff.data[entry : entry + _ENTRY]))
        else:
            _forget(tiff, entry, seen)
    last = bytes(tiff.data[end : end + 4])
    tiff.blank(place, end + 4 - place)
    directory = len(kept).to_bytes(2, tiff.order) + b"".join(kept) + last
    tiff.data[place : place + len(directory)] = directory
    return following


def _values(tiff: _Tiff, entry: int) -> tuple[int, int]:
    """Return where the values of an entry are, and how many bytes they take."""
    size = _SIZES.get(tiff.number(entry + 2, 2), 1) * tiff.number(entry + 4, 4)
    return (entry + 8 if size <= _IN_PLACE else tiff.number(entry + 8, 4)), size


def _numbers(tiff: _Tiff, entry: int) -> list[int]:
    place, size = _values(tiff, entry)
    return [tiff.number(each, 4) for each in range(place, place + min(size, _MOST), 4)]


def _forget(tiff: _Tiff, entry: int, seen: set[int]) -> None:
    """Blank what an entry says, and all of a directory that it leads to."""
    place, size = _values(tiff, entry)
    if tiff.number(entry, 2) in _DIRECTORIES:
        within = tiff.number(entry + 8, 4)
        if within not in seen and len(seen) <= _MOST:
            seen.add(within)
            count = tiff.number(within, 2)
            for each in range(within + 2, within + 2 + count * _ENTRY, _ENTRY):
                _forget(tiff, each, seen)
            tiff.blank(within, 2 + count * _ENTRY)
    tiff.blank(place, size)
