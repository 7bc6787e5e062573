"""The tables of a register. The comments on columns are their documentation."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal, TypeAlias

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table

from ssrpolicy_register.database.columns import day, flag, id_of, number, of_record, terms, text

SCHEMA_VERSION: Final = 13
"""The version of the tables; a register of another version is built again."""

SUMMARY, QUOTE, PARAGRAPH, HEADING, NOTE = 0, 1, 2, 3, 4
"""The ranks of texts: what is found in summaries comes first, then quotes, then parts of papers."""

Counted: TypeAlias = Literal["known", "overdue", "unowned", "overdue_unowned"]
"""What is counted of statements for every day."""

KNOWN: Final = "known"
OVERDUE: Final = "overdue"
UNOWNED: Final = "unowned"
OVERDUE_UNOWNED: Final = "overdue_unowned"

ALWAYS: Final = dt.date(9999, 12, 31)
"""The last day of what holds until further notice."""

tables: Final = MetaData()
"""Every table of a register, those that others refer to first."""

about = Table(
    "about", tables,
    text("key", "What is said of the register: schema, program, built.", primary_key=True),
    text("value", "What is said.", nullable=False),
    comment="Of what and when the register was made.",
)  # fmt: skip

files = Table(
    "files", tables,
    text("path", "The path of a record's file, after NAME: of a source.", primary_key=True),
    text("source", "The folder or the name under which it was read.", nullable=False, index=True),
    text("position", "What sorts the files as a folder is read.", nullable=False),
    text("digest", "A digest of the bytes from which the rows were made.", nullable=False),
    text("stamp", "What the file system said of these bytes, where that tells a change."),
    day("read_on", "The day on which it was last read in full.", nullable=True),
    comment="The files from which the register was made.",
)  # fmt: skip

records = Table(
    "records", tables,
    text("id", "The id of the record.", primary_key=True),
    text("file", "The file that holds it.", ForeignKey("files.path"), nullable=False, index=True),
    text("position", "What sorts the records as a folder is read.", nullable=False, index=True),
    text("title_nl", "Its title in Dutch."), text("title_en", "Its title in English."),
    text("language", "The language of its source.", nullable=False),
    text("source", "The full id of the paper that it records.", nullable=False),
    day("date", "The date of that paper.", index=True),
    text("cluster", "The same for records that share a motion or relations.", index=True),
    day("read_on", "The day as of which its rows are those of its file.", nullable=False),
    Column("content", LargeBinary, nullable=False, comment="The whole record, packed."),
    Column("excerpt", LargeBinary, nullable=False, comment="What lists of its statements need."),
    comment="The records, one a letter.",
)  # fmt: skip

links = Table(
    "links", tables,
    of_record(),
    text("kind", "motion or relation.", nullable=False),
    text("key", "The number of the motion, or the id of the other record.", nullable=False),
    comment="What a record may share with others: motions, and relations to their statements.",
)  # fmt: skip

parties = Table(
    "parties", tables,
    of_record(),
    text("id", "The code of the party.", nullable=False, index=True),
    text("name_nl", "Its name in Dutch."),
    text("name_en", "Its name in English."),
    text("part_of", "The ministry of which it is a part."),
    comment="The parties that a record names.",
)  # fmt: skip

spellings = Table(
    "spellings", tables,
    of_record(),
    text("list", "parties, places, sectors or frameworks.", nullable=False),
    text("code", "The code.", nullable=False),
    text("words", "Its id or a name, as texts are compared.", nullable=False, index=True),
    comment="What codes that a record declares itself are called.",
)  # fmt: skip

documents = Table(
    "documents", tables,
    id_of("a paper"),
    of_record(),
    text("kind", "The kind of paper: letter, motion, ...", nullable=False),
    text("number", "Its number: kst-32123-X-124."),
    text("register_number", "Its number in the register of the House."),
    text("dossier", "The dossier of its number: 32123.", index=True),
    text("dossier_with_suffix", "The same with its suffix: 32123-X."),
    text("session_year", "Its session year: 2009-2010."),
    text("title_nl", "Its title in Dutch."), text("title_en", "Its title in English."),
    day("date", "Its date.", index=True),
    day("known_on", "The day from which it is known: its date, or that of what first cites it."),
    text("address", "Its public address."),
    text("outcome", "What the House decided on a motion."),
    text("motion", "What tells a motion from others in all records.", index=True),
    comment="The papers: letters, motions, and others.",
)  # fmt: skip

authors = Table(
    "authors", tables,
    of_record(),
    text("document", "The paper.", nullable=False, index=True),
    text("party", "The code of who wrote it; not of all ministries together.", nullable=False),
    comment="Who wrote each paper.",
)  # fmt: skip

requests = Table(
    "requests", tables,
    id_of("a request"),
    of_record(),
    text("document", "The paper that makes it.", index=True),
    text("summary_nl", "What is asked, in Dutch."),
    text("summary_en", "What is asked, in English."),
    day("due", "The last day of its term."),
    comment="What motions and others ask.",
)  # fmt: skip

statements = Table(
    "statements", tables,
    id_of("a statement"),
    of_record(),
    text("document", "The paper in which it stands.", index=True),
    text("kind", "commitment, condition, ...", nullable=False),
    text("summary_nl", "What is said, in Dutch."),
    text("summary_en", "What is said, in English."),
    text("doubt", "What the recorder doubts."),
    comment="What ministers say: commitments and other statements.",
)  # fmt: skip

states = Table(
    "states", tables,
    of_record(),
    text("statement", "The statement.", nullable=False, index=True),
    text("document", "The paper in which it stands.", nullable=False),
    text("kind", "commitment, condition, ...", nullable=False),
    day("said_on", "The date of that paper."),
    flag("first", "Whether it is the first row of the statement."),
    day("since", "The first day on which this holds.", nullable=False),
    day("until", "The last day; 9999-12-31 until further notice.", nullable=False),
    text("claimed", "What is reported.", nullable=False),
    text("evidence", "What is shown.", nullable=False),
    day("due", "The last day of the latest term."),
    day("first_due", "The last day of the first term."),
    day("met_on", "When it was met, or is said to be met."),
    flag("shown", "Whether evidence shows that it was met."),
    flag("said", "Whether it is reported as fulfilled, and nothing contradicts that."),
    flag("continuous", "Whether it has no end of its own."),
    flag("superseded", "Whether a later statement took its place before it was met."),
    flag("pending", "Whether something is still to be met; it is overdue after its due date."),
    text("firmness", "How firmly it is promised."),
    Column("moves", Integer, nullable=False, comment="How many times its term was moved."),
    day("last_update", "The date of its latest update by then."),
    flag("owned", "Whether somebody is responsible for it; see owners."),
    comment="Where each statement stands, a row for each period without changes.",
)  # fmt: skip

totals = Table(
    "totals", tables,
    text("counted", "known by then, overdue, unowned (nobody's), or both.", primary_key=True),
    text("kind", "commitment, condition, ...", primary_key=True),
    day("date", "The day from which it is so.", primary_key=True),
    Column("number", Integer, nullable=False, comment="How many more statements; below 0: less."),
    comment="How numbers of statements change by day: those of a day are the sum until it.",
)  # fmt: skip

owners = Table(
    "owners", tables,
    of_record(),
    text("statement", "The statement.", nullable=False, index=True),
    day("since", "The first day on which this holds.", nullable=False),
    day("until", "The last day; 9999-12-31 until further notice.", nullable=False),
    text("party", "The code of who is responsible.", nullable=False, index=True),
    text("ministry", "The ministry of which that is a part, or itself.", nullable=False),
    flag("by_authorship", "Whether it follows from who wrote the letter."),
    comment="Who is responsible for each statement, a row for each period without changes.",
)  # fmt: skip

dispositions = Table(
    "dispositions", tables,
    of_record(),
    Column("number", Integer, nullable=False, comment="Its place in the record, from 0."),
    text("request", "The request that is answered.", index=True),
    text("document", "The paper that answers.", nullable=False),
    text("answer", "The answer: promised, declined, ...", nullable=False),
    text("scope", "The part of the request that is answered."),
    comment="What was answered to each request.",
)  # fmt: skip

carries = Table(
    "carries", tables,
    of_record(),
    text("request", "The request that is answered.", nullable=False, index=True),
    text("statement", "The statement that carries the answer.", nullable=False, index=True),
    comment="Which statements carry the answers to a request.",
)  # fmt: skip

codes = Table(
    "codes", tables,
    of_record(),
    text("statement", "The statement.", nullable=False, index=True),
    text("list", "partners, places, sectors or frameworks.", nullable=False),
    text("code", "The code.", nullable=False, index=True),
    comment="Codes of statements: with whom, where, in which sector, under which framework.",
)  # fmt: skip

instruments = Table(
    "instruments", tables,
    id_of("an instrument"),
    of_record(),
    text("kind", "The kind of instrument.", nullable=False),
    text("name_nl", "Its name in Dutch."),
    text("name_en", "Its name in English."),
    comment="Funds, missions, programmes and the like.",
)  # fmt: skip

uses = Table(
    "uses", tables,
    of_record(),
    text("statement", "The statement.", nullable=False, index=True),
    text("instrument", "The instrument that it uses.", nullable=False, index=True),
    comment="Which statements use which instruments.",
)  # fmt: skip

updates = Table(
    "updates", tables,
    of_record(),
    text("statement", "The statement.", nullable=False, index=True),
    day("date", "When it was recorded.", nullable=False, index=True),
    text("axis", "What it says something of: claimed, evidence, timeframe, ...", nullable=False),
    text("value", "What it says: a code, a term, who is responsible."),
    text("document", "The paper that shows it."),
    text("note", "The note, in the record's language; none where it is internal."),
    comment="What happened since; internal notes are left out.",
)  # fmt: skip

days = Table(
    "days", tables,
    of_record(),
    day("date", "A day of which the record has an update, if only an internal note.", index=True),
    comment="The days on which something happened in a record.",
)  # fmt: skip

texts = Table(
    "texts", tables,
    number("id", "It sorts hits: rank, day, a number.", primary_key=True, autoincrement=False),
    of_record(),
    text("entry", "The full id of the entry; of a part of a paper, that of the paper.", index=True),
    Column(
        "rank", Integer, nullable=False,
        comment="0 summary or name, 1 quote, 2 paragraph, 3 heading, 4 note.",
    ),
    text("language", "Of a summary: nl or en."),
    text("document", "The full id of the paper.", index=True),
    day("date", "The date of the paper."),
    text("heading", "The heading above it."),
    Column("paragraph", Integer, comment="The number of its paragraph, from 1."),
    Column("page", Integer, comment="Its page, where the paper has pages."),
    text("address", "The public address of the paper."),
    text("text", "The text.", nullable=False),
    terms("terms", "The ids of its words in vocabulary, each once."),
    comment="What is searched: summaries, quotes; paragraphs, headings and notes of papers.",
)  # fmt: skip

vocabulary = Table(
    "vocabulary", tables,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="A number."),
    text("word", "A word as it is compared: no case, no accents.", nullable=False),
    comment="Every word of the texts, once; words of texts that have gone may be left.",
)  # fmt: skip

problems = Table(
    "problems", tables,
    text("file", "The file.", nullable=False, index=True),
    text("code", "The code of the finding.", nullable=False),
    text("severity", "error, warning or note.", nullable=False),
    text("subject", "The entry, or the file.", nullable=False),
    text("message", "What is wrong.", nullable=False),
    text("hint", "What would work."),
    Column("line", Integer, comment="The line in TOML, from 1."),
    text("pointer", "The JSON Pointer in JSON."),
    comment="What is wrong with the files; their records may be missing or as of an earlier day.",
)  # fmt: skip

OF_RECORD: Final = tuple(
    table for table in reversed(tables.sorted_tables) if "record" in table.columns
)
"""The tables with rows of a record, those that refer to others first."""
