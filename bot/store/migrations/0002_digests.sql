-- Digests: what is set up, what each has already announced, and the ledger of what was posted.
-- Instants are integer seconds UTC; a slot is a local wall time without offset.

CREATE TABLE digests (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,   -- never used again: nonces and markers are made from it
    name         TEXT NOT NULL,
    origin       TEXT NOT NULL CHECK (origin IN ('config', 'discord', 'demo')), -- the demo's never meet Discord
    guild        INTEGER,                    -- NULL: config.yaml's, its channel not seen yet
    channel      INTEGER NOT NULL,
    cron         TEXT NOT NULL,
    timezone     TEXT NOT NULL,
    about        TEXT,
    mention_role INTEGER,
    empty        TEXT NOT NULL CHECK (empty IN ('skip', 'say')),
    catch_up     INTEGER NOT NULL,           -- seconds
    owner        INTEGER,                    -- who set it up; NULL: the application's owner
    since        INTEGER NOT NULL,           -- slots count from here
    covered      INTEGER NOT NULL,           -- the next one covers what is new from here
    paused       TEXT CHECK (paused IN ('operator', 'trouble', 'held')), -- 'trouble' may pass by itself
    trouble      TEXT,                       -- one sentence; stays until a message is posted again
    told         INTEGER NOT NULL DEFAULT 1, -- 0: whoever set it up has yet to be told of the trouble
    retired      INTEGER NOT NULL DEFAULT 0  -- 1: removed; its runs stay for `why`
) STRICT;
CREATE UNIQUE INDEX digests_by_name ON digests (coalesce(guild, 0), lower(name)) WHERE retired = 0;

CREATE TABLE digest_runs (
    id      INTEGER PRIMARY KEY,
    digest  INTEGER NOT NULL REFERENCES digests (id),
    slot    TEXT NOT NULL,                   -- '2025-06-26T08:00', or 'now ...' for one that was asked for
    due     INTEGER NOT NULL,
    number  INTEGER NOT NULL,                -- counts the digest's messages, as on a newspaper
    state   TEXT NOT NULL CHECK (state IN ('open', 'done', 'empty')),
    claimed INTEGER NOT NULL,
    UNIQUE (digest, slot)
) STRICT;
CREATE INDEX digest_runs_open ON digest_runs (id) WHERE state = 'open';

-- Slots that passed and will not be posted: one row for each time it was noticed.
CREATE TABLE digest_skips (
    digest   INTEGER NOT NULL REFERENCES digests (id),
    first    TEXT NOT NULL,
    last     TEXT NOT NULL,
    last_due INTEGER NOT NULL,
    count    INTEGER NOT NULL,
    noticed  INTEGER NOT NULL
) STRICT;
CREATE INDEX digest_skips_by_digest ON digest_skips (digest, last_due);

CREATE TABLE digest_parts (
    run           INTEGER NOT NULL REFERENCES digest_runs (id),
    part          INTEGER NOT NULL,          -- from 1
    channel       INTEGER NOT NULL,
    nonce         TEXT NOT NULL UNIQUE,
    marker        TEXT NOT NULL,             -- stands in the message: by it the channel's history is read back
    message       TEXT NOT NULL,             -- JSON, final
    state         TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'uncertain')),
    first_attempt INTEGER,
    attempts      INTEGER NOT NULL DEFAULT 0, -- those since `first_attempt` whose outcome may be unknown
    tries         INTEGER NOT NULL DEFAULT 0, -- all of them: the more, the longer the pause
    next_attempt  INTEGER NOT NULL DEFAULT 0,
    posted        INTEGER,                   -- the message's id; NULL with `sent`: it was deleted since
    reason        TEXT,
    PRIMARY KEY (run, part)
) STRICT, WITHOUT ROWID;

-- What a digest need not announce again: the version of each file that it knows.
CREATE TABLE digest_marks (
    digest      INTEGER NOT NULL REFERENCES digests (id),
    source      TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (digest, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_marks_by_fingerprint ON digest_marks (fingerprint);

-- What became of a file in a run: `shown`, `folded`, `unreadable`, `corrected`, `unchanged`.
CREATE TABLE digest_items (
    run         INTEGER NOT NULL REFERENCES digest_runs (id),
    source      TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    fate        TEXT NOT NULL,
    part        INTEGER,                     -- where its title stands; NULL: nowhere
    PRIMARY KEY (run, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_items_by_source ON digest_items (source);

-- The sentences of versions that were replaced or removed, for corrections; dropped when every digest knows the newer one.
CREATE TABLE former_versions (
    source      TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    sentences   TEXT NOT NULL,               -- JSON list
    replaced    INTEGER NOT NULL,
    PRIMARY KEY (source, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER former_versions_update BEFORE UPDATE OF text ON documents WHEN old.fingerprint <> new.fingerprint BEGIN
    INSERT OR IGNORE INTO former_versions (source, fingerprint, sentences, replaced)
    SELECT old.source, old.fingerprint, json_group_array(substr(old.text, start + 1, "end" - start)), unixepoch()
    FROM (SELECT start, "end" FROM sentences WHERE document = old.id AND kind <> 'heading' ORDER BY ordinal);
END;
CREATE TRIGGER former_versions_delete BEFORE DELETE ON documents BEGIN
    INSERT OR IGNORE INTO former_versions (source, fingerprint, sentences, replaced)
    SELECT old.source, old.fingerprint, json_group_array(substr(old.text, start + 1, "end" - start)), unixepoch()
    FROM (SELECT start, "end" FROM sentences WHERE document = old.id AND kind <> 'heading' ORDER BY ordinal);
END;
