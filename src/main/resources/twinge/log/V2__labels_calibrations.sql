-- What a person said of a stretch of a session. Only added to: a later word stands beside the earlier one.
CREATE TABLE label (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL,            -- UUID; it may be in the log only later, when it has ended
    from_seconds REAL NOT NULL,       -- from the start of the recording
    to_seconds REAL NOT NULL,
    word TEXT NOT NULL,
    author TEXT NOT NULL,             -- empty if unknown
    at TEXT NOT NULL                  -- when it was said, ISO 8601 with offset
) STRICT;

CREATE INDEX label_by_session ON label (session, from_seconds);

CREATE TRIGGER label_stays BEFORE UPDATE ON label
BEGIN
    SELECT RAISE(ABORT, 'labels are added, never changed');
END;

CREATE TRIGGER label_is_kept BEFORE DELETE ON label
BEGIN
    SELECT RAISE(ABORT, 'labels are added, never taken away');
END;

-- How loud a wearer's muscles are at rest and in a contraction of reference. Never changed; forgotten ones are not used.
CREATE TABLE calibration (
    id TEXT PRIMARY KEY,              -- UUID
    athlete TEXT NOT NULL,
    board TEXT NOT NULL,
    taken TEXT NOT NULL,              -- ISO 8601 with offset
    taken_microseconds INTEGER NOT NULL, -- the same, counted from 1970-01-01T00:00 UTC
    author TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    calibration TEXT NOT NULL,        -- as it travels on tapes
    forgotten TEXT                    -- when, ISO 8601 with offset; NULL while it is used
) STRICT;

CREATE INDEX calibration_by_athlete ON calibration (athlete, taken_microseconds);

CREATE TRIGGER calibration_stays
BEFORE UPDATE OF id, athlete, board, taken, taken_microseconds, author, digest, calibration ON calibration
BEGIN
    SELECT RAISE(ABORT, 'calibrations are added, never changed');
END;

-- What a digest of an analysis stands for, so that it can be done again.
CREATE TABLE conditions (
    digest TEXT PRIMARY KEY,
    settings TEXT NOT NULL,           -- TOML
    calibration TEXT NOT NULL         -- as it travels on tapes; empty if there was none
) STRICT, WITHOUT ROWID;

-- 1: found while it was worn.
ALTER TABLE analysis ADD COLUMN live INTEGER NOT NULL DEFAULT 0;
