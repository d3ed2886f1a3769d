-- The library: documents, what was understood of each, and the names that run through them.
-- Days are ISO text; instants are integer seconds UTC; spans are half-open characters of documents.text.

CREATE TABLE documents (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given out again: a button may remember it
    source      TEXT NOT NULL UNIQUE,
    title       TEXT NOT NULL,
    first       TEXT,
    last        TEXT,
    precision   TEXT,
    basis       TEXT NOT NULL,
    publisher   TEXT,
    link        TEXT,
    tags        TEXT NOT NULL,              -- JSON list
    scope       TEXT NOT NULL,              -- 'everyone' or a guild's id
    fingerprint TEXT NOT NULL,
    words       INTEGER NOT NULL,
    analyser    TEXT NOT NULL,
    added       INTEGER NOT NULL,           -- first seen
    changed     INTEGER NOT NULL,           -- this version stored
    story       INTEGER,                    -- the lowest id among the documents that tell it; NULL until linked
    reprint_of  INTEGER REFERENCES documents (id) ON DELETE SET NULL,
    twin        INTEGER REFERENCES documents (id) ON DELETE SET NULL,
    compared    TEXT NOT NULL DEFAULT '',   -- stamp of the documents it was compared with in search of a twin
    sketch      BLOB NOT NULL DEFAULT x'',  -- 32-bit samples of the text's shingles, for near-duplicates
    text        TEXT NOT NULL,              -- the long ones last: what stands before them is read without them
    raw         TEXT NOT NULL
) STRICT;

CREATE INDEX documents_by_fingerprint ON documents (fingerprint);
CREATE INDEX documents_by_added ON documents (added);
-- What every look-up asks first, answered without touching the long rows: who may see it, and its days.
CREATE INDEX documents_by_scope ON documents (scope, first, last, precision, added, reprint_of, story);

-- What was seen of each file, loaded or not: the scan compares against this and touches nothing that is unchanged.
CREATE TABLE files (
    source      TEXT PRIMARY KEY,
    size        INTEGER NOT NULL,
    mtime_ns    INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    copy_of     TEXT,                       -- the source it is byte-identical to
    failure     TEXT                        -- one sentence, when it could not become a document
) STRICT;

CREATE TABLE removed (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    line     INTEGER NOT NULL,
    text     TEXT NOT NULL,
    reason   TEXT NOT NULL
) STRICT;
CREATE INDEX removed_by_document ON removed (document);

CREATE TABLE sentences (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    summary  INTEGER,                       -- place in the summary, from 0
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE names (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL                    -- lower case, no accents, plain spaces
) STRICT;
CREATE INDEX names_by_folded ON names (folded);

CREATE TABLE aliases (
    name   INTEGER NOT NULL REFERENCES names (id) ON DELETE CASCADE,
    alias  TEXT NOT NULL,
    folded TEXT NOT NULL,
    count  INTEGER NOT NULL,
    PRIMARY KEY (name, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_folded ON aliases (folded);

CREATE TABLE occurrences (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    surface  TEXT NOT NULL,
    local    TEXT NOT NULL,                 -- the document's own fullest form
    name     INTEGER REFERENCES names (id), -- the library-wide name; NULL until linked
    PRIMARY KEY (document, start, "end")
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrences_by_name ON occurrences (name, document);

CREATE TABLE roles (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    local    TEXT NOT NULL,
    name     INTEGER REFERENCES names (id),
    text     TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    sentence INTEGER NOT NULL
) STRICT;
CREATE INDEX roles_by_document ON roles (document);
CREATE INDEX roles_by_name ON roles (name);

CREATE TABLE statements (
    document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    local        TEXT NOT NULL,
    name         INTEGER REFERENCES names (id),
    kind         TEXT NOT NULL,
    verb         TEXT NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    sentence     INTEGER NOT NULL,
    spoken_start INTEGER,
    spoken_end   INTEGER
) STRICT;
CREATE INDEX statements_by_document ON statements (document);
CREATE INDEX statements_by_name ON statements (name);

CREATE TABLE timexes (
    document  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start     INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    type      TEXT NOT NULL,
    value     TEXT NOT NULL,
    first     TEXT,
    last      TEXT,
    precision TEXT,
    basis     TEXT NOT NULL,
    PRIMARY KEY (document, start, "end")
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    sentence    INTEGER NOT NULL,
    first       TEXT,                       -- NULL: undated
    last        TEXT,
    precision   TEXT,
    basis       TEXT NOT NULL,
    words_start INTEGER,
    words_end   INTEGER
) STRICT;
CREATE INDEX events_by_document ON events (document, sentence);
CREATE INDEX events_by_day ON events (first, last, precision, document, sentence);

-- One row of state the program keeps for itself: command fingerprint, last load, replies per guild.
CREATE TABLE notes (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full text over what a reader sees, spaces and quotes in one form. Spelled like documents.id.
CREATE VIRTUAL TABLE documents_text USING fts5 (
    title, text, scope,
    content = 'documents', content_rowid = 'id',
    tokenize = "porter unicode61 remove_diacritics 2"
);

CREATE TRIGGER documents_text_insert AFTER INSERT ON documents BEGIN
    INSERT INTO documents_text (rowid, title, text, scope) VALUES (new.id, new.title, new.text, new.scope);
END;
CREATE TRIGGER documents_text_delete AFTER DELETE ON documents BEGIN
    INSERT INTO documents_text (documents_text, rowid, title, text, scope)
    VALUES ('delete', old.id, old.title, old.text, old.scope);
END;
CREATE TRIGGER documents_text_update AFTER UPDATE OF title, text, scope ON documents BEGIN
    INSERT INTO documents_text (documents_text, rowid, title, text, scope)
    VALUES ('delete', old.id, old.title, old.text, old.scope);
    INSERT INTO documents_text (rowid, title, text, scope) VALUES (new.id, new.title, new.text, new.scope);
END;
