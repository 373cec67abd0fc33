-- What this run changed; settle.sql works on these alone.
CREATE TEMP TABLE IF NOT EXISTS dirty (ticket INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS dirty_other (kind INTEGER, id INTEGER,
	PRIMARY KEY (kind, id)) WITHOUT ROWID;
-- Rows of a table that has several of one ticket, until all are read.
CREATE TEMP TABLE IF NOT EXISTS held (key TEXT, line INTEGER, text TEXT);
