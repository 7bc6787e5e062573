"""Records in and out of files: ``record.toml`` and JSON in, JSON and its schema out.

Reading finds everything that is wrong in one pass, each thing with its place, and keeps what is
sound. This is the only package that knows cattrs.
"""

from ssrpolicy.codec.codes import READING_CODES, ReadingCode
from ssrpolicy.codec.formats import PORTFOLIO_FORMAT
from ssrpolicy.codec.instances import record_findings
from ssrpolicy.codec.json_records import read_json, structure
from ssrpolicy.codec.reading import Reading
from ssrpolicy.codec.records import find_records, read, record_file
from ssrpolicy.codec.schema import SCHEMA_ID, schema
from ssrpolicy.codec.toml_records import read_toml
from ssrpolicy.codec.writing import digest, dump, dumps, unstructure

__all__ = [
    "PORTFOLIO_FORMAT",
    "READING_CODES",
    "SCHEMA_ID",
    "Reading",
    "ReadingCode",
    "digest",
    "dump",
    "dumps",
    "find_records",
    "read",
    "read_json",
    "read_toml",
    "record_file",
    "record_findings",
    "schema",
    "structure",
    "unstructure",
]
