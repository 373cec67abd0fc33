CREATE TEMP TABLE IF NOT EXISTS frame (key TEXT PRIMARY KEY, ticket INTEGER,
	ceiling TEXT, stratum TEXT) WITHOUT ROWID; DELETE FROM frame;
-- Counted once: a plan tries a hundred draws of it.
CREATE TEMP TABLE IF NOT EXISTS frame_stratum (stratum TEXT PRIMARY KEY,
	ceiling TEXT, n INTEGER) WITHOUT ROWID; DELETE FROM frame_stratum
