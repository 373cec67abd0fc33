-- What this run changed; settle_*.sql work on these alone.
-- SQLite does not know that they are small: CROSS JOIN after them, and + before
-- their columns in UPDATE FROM, make it begin with them.
CREATE TEMP TABLE IF NOT EXISTS dirty (ticket INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS dirty_other (kind TEXT, id INTEGER,
	PRIMARY KEY (kind, id)) WITHOUT ROWID;
-- Rows of a table that has several of one ticket, until all are read.
CREATE TEMP TABLE IF NOT EXISTS held (key TEXT, line INTEGER, text TEXT);
-- Tickets in which the AI left a note for people.
CREATE TEMP TABLE IF NOT EXISTS noted (ticket INTEGER PRIMARY KEY);
DELETE FROM noted;
-- What a draft became is worked out anew when either text changes.
CREATE TEMP TRIGGER IF NOT EXISTS draft_changed
	AFTER UPDATE OF draft, sent ON suggestion
	WHEN (new.draft IS NOT old.draft OR new.sent IS NOT old.sent)
		AND new.draft IS NOT '[forgotten]'
	BEGIN UPDATE suggestion SET outcome = NULL WHERE id = new.id; END;
