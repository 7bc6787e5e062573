"""Policy records as one self-contained JSON file, a motion-response record."""

from ssrpolicy.reporting import Reporter, hookimpl
from ssrpolicy_json.reporter import JsonOptions, JsonReporter

__all__ = ["JsonOptions", "JsonReporter", "ssrpolicy_reporters"]


@hookimpl
def ssrpolicy_reporters() -> list[Reporter]:
    """Return the reporter of this plugin."""
    return [JsonReporter()]
