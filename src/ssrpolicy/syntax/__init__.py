"""The syntax of files: TOML read as tables, and what is wrong with TOML, JSON, XML or a zip."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.syntax.mistakes import (
        Mistake,
        json_mistake,
        toml_mistake,
        xml_mistake,
        zip_mistake,
    )
    from ssrpolicy.syntax.toml import packaged_tables, packaged_text, read_toml, toml_tables
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.syntax.mistakes": (
                "Mistake json_mistake toml_mistake xml_mistake zip_mistake"
            ),
            "ssrpolicy.syntax.toml": "packaged_tables packaged_text read_toml toml_tables",
        },
    )

__all__ = [
    "Mistake",
    "json_mistake",
    "packaged_tables",
    "packaged_text",
    "read_toml",
    "toml_mistake",
    "toml_tables",
    "xml_mistake",
    "zip_mistake",
]
