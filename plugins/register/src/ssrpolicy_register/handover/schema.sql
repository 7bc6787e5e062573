-- The tables bear the names that entries have in a record; every id is a full id, RECORD#ID.
-- Codes stand as they are recorded; their words in the report's language are in `words`.

CREATE TABLE about (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE words (
    vocabulary TEXT NOT NULL,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (vocabulary, code)
);

CREATE TABLE records (
    id TEXT PRIMARY KEY,
    title TEXT,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL
);

CREATE TABLE parties (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    part_of TEXT
);

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL REFERENCES records (id),
    kind TEXT NOT NULL,
    number TEXT,
    register_number TEXT,
    title TEXT,
    date TEXT,
    authors TEXT,
    addressee TEXT,
    address TEXT,
    outcome TEXT,
    text TEXT
);

CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL REFERENCES records (id),
    document TEXT NOT NULL REFERENCES documents (id),
    summary TEXT NOT NULL,
    implied INTEGER NOT NULL,
    term TEXT,
    due TEXT,
    chosen INTEGER NOT NULL
);

CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL REFERENCES records (id),
    document TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    firmness TEXT,
    course TEXT,
    term TEXT,
    due TEXT,
    first_due TEXT,
    schedule TEXT NOT NULL,
    claimed TEXT NOT NULL,
    evidence TEXT NOT NULL,
    met_on TEXT,
    days_late INTEGER NOT NULL,
    moves INTEGER NOT NULL,
    last_update TEXT,
    responsible TEXT,
    by_authorship INTEGER NOT NULL,
    doubt TEXT,
    later INTEGER NOT NULL,  -- whether its document is of a day after that of the report
    chosen INTEGER NOT NULL
);

CREATE TABLE dispositions (
    id INTEGER PRIMARY KEY,
    record TEXT NOT NULL REFERENCES records (id),
    request TEXT NOT NULL REFERENCES requests (id),
    document TEXT NOT NULL REFERENCES documents (id),
    answer TEXT NOT NULL,
    scope TEXT
);

-- Which statements carry an answer (by), and on which it rests (because).
CREATE TABLE carries (
    disposition INTEGER NOT NULL REFERENCES dispositions (id),
    statement TEXT NOT NULL REFERENCES statements (id),
    role TEXT NOT NULL,
    PRIMARY KEY (disposition, statement, role)
);

-- Who is responsible for a statement as of the day.
CREATE TABLE owners (
    statement TEXT NOT NULL REFERENCES statements (id),
    party TEXT NOT NULL REFERENCES parties (id),
    by_authorship INTEGER NOT NULL,
    PRIMARY KEY (statement, party)
);

-- Codes of a statement: partners, places, sectors, frameworks.
CREATE TABLE codes (
    statement TEXT NOT NULL REFERENCES statements (id),
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (statement, list, code)
);

CREATE TABLE instruments (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL REFERENCES records (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL
);

CREATE TABLE updates (
    id INTEGER PRIMARY KEY,
    statement TEXT NOT NULL REFERENCES statements (id),
    date TEXT NOT NULL,
    by TEXT,
    axis TEXT NOT NULL,
    value TEXT,
    note TEXT,
    document TEXT REFERENCES documents (id)
);

-- Quotes with where they stand in their document: offsets in its text, heading, paragraph, page.
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    quote TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    heading TEXT,
    paragraph INTEGER,
    page INTEGER
);

-- What is searched: summaries, quotes and paragraphs, with their words as they are compared.
CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    kind TEXT NOT NULL,
    document TEXT REFERENCES documents (id),
    date TEXT,
    text TEXT NOT NULL,
    words TEXT NOT NULL
);

CREATE VIRTUAL TABLE texts_fts USING fts5 (
    text, words, content="texts", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);

CREATE VIEW commitments AS SELECT * FROM statements WHERE kind = 'commitment' AND NOT later;

CREATE VIEW overdue AS
    SELECT due, days_late, id, summary, responsible, claimed, document
    FROM statements WHERE schedule = 'overdue' AND NOT later ORDER BY due;

CREATE INDEX statements_due ON statements (due);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX owners_party ON owners (party);
CREATE INDEX codes_code ON codes (list, code);
CREATE INDEX updates_statement ON updates (statement);
CREATE INDEX quotes_entry ON quotes (entry);
