"""The names of a new reporter: what may be its name, and what else is called after it."""

import re
import unicodedata
from collections.abc import Iterable

from attrs import frozen

from ssrpolicy.errors import OptionError

PREFIX = "ssrpolicy-"
OURS = ("excel", "html", "json", "word")
"""The reporters of ssrpolicy itself, whether they are installed or not."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 24


@frozen(kw_only=True)
class Names:
    """The name that ``--to`` takes, and those of the distribution, the package and the classes."""

    name: str

    @property
    def distribution(self) -> str:
        """The name under which it is installed."""
        return f"{PREFIX}{self.name}"

    @property
    def package(self) -> str:
        """The name by which Python imports it."""
        return self.distribution.replace("-", "_")

    @property
    def cls(self) -> str:
        """What the names of its classes begin with."""
        return "".join(word.capitalize() for word in self.name.split("-"))


def names_of(name: str, *, taken: Iterable[str] = ()) -> Names:
    """Return the names of a reporter; raises OptionError, with a name that would do, or why not.

    ``taken`` are the names of reporters that are installed.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or name.startswith(PREFIX):
        raise OptionError(f"{name!r:.80} cannot be a reporter's name.", hint=_instead(name))
    if name.startswith("test"):
        raise OptionError(
            f"{name!r} cannot be a reporter's name: pytest would take its classes for tests.",
            hint="Name it for what it makes, such as action-list.",
        )
    if name in {*OURS, *taken}:
        raise OptionError(
            f"There is a reporter {name!r} already.",
            hint=f"Name yours for what is its own, such as {name}-list; "
            "`ssrpolicy plugins` lists those that are installed.",
        )
    return Names(name=name)


def _instead(name: str) -> str:
    """What a name must be, with the nearest that would do."""
    rule = (
        f"A name is lower-case words with hyphens between them, of at most {_LONGEST} characters, "
        "and begins with a letter"
    )
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-").removeprefix(PREFIX)
    near = words.lstrip("0123456789-")[:_LONGEST].rstrip("-")
    return f"{rule}: {near}, for one." if _NAME.fullmatch(near) else f"{rule}."
