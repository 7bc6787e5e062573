"""Tests that go through a table in one: as `parametrize`, for cases that take next to no time."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec

import pytest

P = ParamSpec("P")


def each_case(
    names: str,
    cases: Iterable[Any],
    *,
    ids: Callable[[Any], object] | Iterable[object] | None = None,
) -> Callable[[Callable[P, None]], Callable[..., None]]:
    """A decorator that runs a test for each of the cases, of so many names each, in one test.

    Every case that fails is named, with what is wrong; none can be skipped. A case of its own costs
    more than what most of these tests do: use `parametrize` where a case takes time, or changes
    what a fixture gives.
    """
    words = [name.strip() for name in names.split(",")]
    rows = [tuple(case) if len(words) > 1 else (case,) for case in cases]
    called = _called(rows, ids)
    if not rows:
        raise ValueError("a test of no case cannot fail")

    def decorated(test: Callable[P, None]) -> Callable[..., None]:
        @wraps(test)
        def whole(*args: P.args, **given: P.kwargs) -> None:
            failed: list[Exception] = []
            for row, name in zip(rows, called, strict=True):
                try:
                    test(*args, **{**given, **dict(zip(words, row, strict=True))})
                except pytest.skip.Exception as skipped:
                    message = f"the case {name} is skipped, and with it all others: {skipped}"
                    raise TypeError(message) from skipped
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - whatever a row raises is raised again below, with its name
                    # What pytest itself fails with is not an Exception, which a group is made of.
                    each = error if isinstance(error, Exception) else AssertionError(str(error))
                    each.add_note(f"in the case {name}")
                    failed.append(each)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(rows)} cases fail", failed)

        signature = inspect.signature(test)
        left = [each for name, each in signature.parameters.items() if name not in words]
        vars(whole)["__signature__"] = signature.replace(parameters=left)
        return whole

    return decorated


def _called(
    rows: list[tuple[Any, ...]], ids: Callable[[Any], object] | Iterable[object] | None
) -> list[str]:
    """What each case is called."""
    if ids is None:
        return [", ".join(map(repr, row)) for row in rows]
    if callable(ids):
        return ["-".join(str(ids(value)) for value in row) for row in rows]
    return list(map(str, ids))
