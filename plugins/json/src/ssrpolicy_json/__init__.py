"""Policy records as one self-contained JSON file, a motion-response record."""

from ssrpolicy.reporting import Reporter, hookimpl

__all__ = ["ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporter of this plugin, which is loaded when reporters are asked for."""
    from ssrpolicy_json.reporter import JsonReporter  # noqa: PLC0415 - loaded when reporters are asked for

    return [JsonReporter()]
