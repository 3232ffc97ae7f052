-- One wearing of the sensor. What is said of it last wins.
CREATE TABLE session (
    id TEXT PRIMARY KEY,              -- UUID
    athlete TEXT NOT NULL,            -- empty if unknown
    start TEXT,                       -- wall time where it was worn, ISO 8601 without zone
    start_microseconds INTEGER,       -- the same, counted from 1970-01-01T00:00 on that wall clock
    zone_seconds INTEGER,             -- what that clock is ahead of UTC
    source TEXT NOT NULL,
    worn_seconds REAL NOT NULL,
    frames INTEGER NOT NULL,
    frames_lost INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_athlete ON session (athlete, start_microseconds);

CREATE TABLE stream (
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    stream INTEGER NOT NULL,
    rate_hz REAL NOT NULL,
    start_seconds REAL NOT NULL,
    PRIMARY KEY (session, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel (
    session TEXT NOT NULL,
    stream INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    label TEXT NOT NULL,
    type TEXT NOT NULL,
    muscle TEXT NOT NULL,
    side TEXT NOT NULL,
    position TEXT NOT NULL,
    digital_minimum INTEGER NOT NULL,
    digital_maximum INTEGER NOT NULL,
    physical_minimum REAL NOT NULL,
    physical_maximum REAL NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (session, stream, channel),
    FOREIGN KEY (session, stream) REFERENCES stream (session, stream) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What one version of the program found in a session under one set of settings. Only finished ones are here.
CREATE TABLE analysis (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again: the highest of a session is its latest
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    program_version TEXT NOT NULL,
    settings_digest TEXT NOT NULL,
    UNIQUE (session, program_version, settings_digest)
) STRICT;

-- The one analysis of each session that questions are answered from.
CREATE VIEW current_analysis AS
SELECT session, max(id) AS id FROM analysis GROUP BY session;

CREATE TABLE quality (
    analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (analysis, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE episode (
    analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,          -- from 1, in the order in which they ended
    onset_seconds REAL NOT NULL,      -- from the start of the recording
    end_seconds REAL NOT NULL,
    kind TEXT NOT NULL,
    probability REAL NOT NULL,
    stream INTEGER NOT NULL,          -- of its strongest burst
    channel INTEGER NOT NULL,
    PRIMARY KEY (analysis, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    analysis INTEGER NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL,           -- the weightiest first
    words TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (analysis, number, place),
    FOREIGN KEY (analysis, number) REFERENCES episode (analysis, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What was measured of the strongest burst.
CREATE TABLE feature (
    analysis INTEGER NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    value REAL,                       -- NULL: the signal could not carry it
    PRIMARY KEY (analysis, number, place),
    FOREIGN KEY (analysis, number) REFERENCES episode (analysis, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE burst (
    analysis INTEGER NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL,           -- by onset
    stream INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    onset_frame INTEGER NOT NULL,
    end_frame INTEGER NOT NULL,
    onset_seconds REAL NOT NULL,
    end_seconds REAL NOT NULL,
    cut INTEGER NOT NULL,             -- 1: closed by a gap or the end of the recording
    kind TEXT NOT NULL,
    probability REAL NOT NULL,
    PRIMARY KEY (analysis, number, place),
    FOREIGN KEY (analysis, number) REFERENCES episode (analysis, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The signal around an episode, all channels; the blob states its own version.
CREATE TABLE excerpt (
    analysis INTEGER NOT NULL,
    number INTEGER NOT NULL,
    signal BLOB NOT NULL,
    PRIMARY KEY (analysis, number),
    FOREIGN KEY (analysis, number) REFERENCES episode (analysis, number) ON DELETE CASCADE
) STRICT;
