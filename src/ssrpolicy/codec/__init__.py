"""Records in and out of files: ``record.toml`` and JSON in, JSON and its schema out.

Reading finds everything that is wrong in one pass, each thing with its place, and keeps what is
sound. This is the only package that knows cattrs.
"""

from ssrpolicy.codec.codes import READING_CODES, ReadingCode
from ssrpolicy.codec.formats import PORTFOLIO_FORMAT
from ssrpolicy.codec.instances import record_findings
from ssrpolicy.codec.json.reading import read_json, structure
from ssrpolicy.codec.json.schema import SCHEMA_ID, schema
from ssrpolicy.codec.json.writing import digest, dump, dumps, unstructure
from ssrpolicy.codec.reading import Reading
from ssrpolicy.codec.records import find_records, read, record_file
from ssrpolicy.codec.toml.reading import read_toml
from ssrpolicy.codec.toml.text import TABLES, entry_text, quote_text

__all__ = [
    "PORTFOLIO_FORMAT",
    "READING_CODES",
    "SCHEMA_ID",
    "TABLES",
    "Reading",
    "ReadingCode",
    "digest",
    "dump",
    "dumps",
    "entry_text",
    "find_records",
    "quote_text",
    "read",
    "read_json",
    "read_toml",
    "record_file",
    "record_findings",
    "schema",
    "structure",
    "unstructure",
]
