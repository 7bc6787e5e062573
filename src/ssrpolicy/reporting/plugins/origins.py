"""The origins of plugins, their failures, and the calls that loaded them."""

from __future__ import annotations

from attrs import frozen

from ssrpolicy.fields import by_fields, typed


@frozen(kw_only=True, field_transformer=typed)
@by_fields
class Origin:
    """Where a plugin comes from: a distribution and its entry point, or a single file.

    A single file stands for its own distribution, under its file name, and has no version.

    Attributes:
        distribution: the name of the distribution, or of the file.
        version: its version; None for a single file.
        entry_point: the name of its entry point, or of the file.
    """

    distribution: str
    version: str | None = None
    entry_point: str

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}" if self.version else self.distribution


@frozen(kw_only=True, field_transformer=typed)
@by_fields
class PluginFailure:
    """What of a plugin could not be used, and why; everything else was not affected.

    Attributes:
        origin: whose it is.
        what: what failed, such as a hook or a reporter.
        cause: why, in words.
    """

    origin: Origin
    what: str
    cause: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.what}: {self.cause}"


@frozen(kw_only=True)
@by_fields
class PluginStep:
    """One call of a plugin while it was read: what was called, where it stands, and how long.

    ``what`` is ``import`` or the name of a hook; ``where`` a file, with a line for a hook, or None
    where Python does not know; ``seconds`` the time that the call took.
    """

    what: str
    where: str | None
    seconds: float
