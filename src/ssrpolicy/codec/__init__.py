"""Records in and out of files: ``record.toml`` and JSON in, JSON and its schema out.

Reading finds everything that is wrong in one pass, each thing with its place, and keeps what is
sound. Both formats are driven by one description of the shape of a record.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.codec.codes import READING_CODES, ReadingCode
    from ssrpolicy.codec.drafts.decisions_file import (
        DECISIONS_FILE,
        DECISIONS_HEAD,
        decision_text,
        read_decisions,
    )
    from ssrpolicy.codec.drafts.draft_file import (
        DRAFT_FILE,
        draft_text,
        entry_lines,
        entry_of_text,
        evolved,
        read_draft,
    )
    from ssrpolicy.codec.drafts.grounds import proposal_data
    from ssrpolicy.codec.dumping import dump
    from ssrpolicy.codec.envelope import PORTFOLIO_FORMAT
    from ssrpolicy.codec.json.reading import is_report, read_json, restructure, structure
    from ssrpolicy.codec.json.schema import SCHEMA_ID, schema
    from ssrpolicy.codec.json.writing import (
        digest,
        dump_json,
        dumps,
        entry_fault,
        plain,
        type_findings,
        unstructure,
        write_json,
    )
    from ssrpolicy.codec.outputs import free_path, refuse_in_record, refuse_output
    from ssrpolicy.codec.pausing import collection_paused
    from ssrpolicy.codec.reading import Reading
    from ssrpolicy.codec.records import find_records, read, record_file
    from ssrpolicy.codec.shape import table_of
    from ssrpolicy.codec.sources.new_source import NewSource, plain_source
    from ssrpolicy.codec.sources.parts import parts_bytes, parts_digest, parts_name
    from ssrpolicy.codec.sources.texts import SOURCES_FOLDER, text_findings
    from ssrpolicy.codec.toml.folders import GIT_ATTRIBUTES
    from ssrpolicy.codec.toml.layout import Layout, LayoutError
    from ssrpolicy.codec.toml.reading import read_toml
    from ssrpolicy.codec.toml.writing import entry_text, entry_values, quote_text, string
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.codec.codes": "READING_CODES ReadingCode",
            "ssrpolicy.codec.drafts.decisions_file": (
                "DECISIONS_FILE DECISIONS_HEAD decision_text read_decisions"
            ),
            "ssrpolicy.codec.drafts.draft_file": (
                "DRAFT_FILE draft_text entry_lines entry_of_text evolved read_draft"
            ),
            "ssrpolicy.codec.drafts.grounds": "proposal_data",
            "ssrpolicy.codec.dumping": "dump",
            "ssrpolicy.codec.envelope": "PORTFOLIO_FORMAT",
            "ssrpolicy.codec.json.reading": "is_report read_json restructure structure",
            "ssrpolicy.codec.json.schema": "SCHEMA_ID schema",
            "ssrpolicy.codec.json.writing": (
                "digest dump_json dumps entry_fault plain type_findings unstructure write_json"
            ),
            "ssrpolicy.codec.outputs": "free_path refuse_in_record refuse_output",
            "ssrpolicy.codec.reading": "Reading",
            "ssrpolicy.codec.records": "find_records read record_file",
            "ssrpolicy.codec.shape": "table_of",
            "ssrpolicy.codec.sources.new_source": "NewSource plain_source",
            "ssrpolicy.codec.sources.parts": "parts_bytes parts_digest parts_name",
            "ssrpolicy.codec.sources.texts": "SOURCES_FOLDER text_findings",
            "ssrpolicy.codec.pausing": "collection_paused",
            "ssrpolicy.codec.toml.folders": "GIT_ATTRIBUTES",
            "ssrpolicy.codec.toml.layout": "Layout LayoutError",
            "ssrpolicy.codec.toml.reading": "read_toml",
            "ssrpolicy.codec.toml.writing": "entry_text entry_values quote_text string",
        },
    )

__all__ = [
    "DECISIONS_FILE", "DECISIONS_HEAD", "DRAFT_FILE", "GIT_ATTRIBUTES", "PORTFOLIO_FORMAT",
    "READING_CODES", "SCHEMA_ID", "SOURCES_FOLDER", "Layout", "LayoutError", "NewSource", "Reading",
    "ReadingCode", "collection_paused", "decision_text", "digest", "draft_text", "dump",
    "dump_json", "dumps", "entry_fault", "entry_lines", "entry_of_text", "entry_text",
    "entry_values", "evolved", "find_records", "free_path", "is_report", "parts_bytes",
    "parts_digest", "parts_name", "plain", "plain_source", "proposal_data", "quote_text", "read",
    "read_decisions", "read_draft", "read_json", "read_toml", "record_file", "refuse_in_record",
    "refuse_output", "restructure", "schema", "string", "structure", "table_of", "text_findings",
    "type_findings", "unstructure", "write_json",
]  # fmt: skip
