-- ask: the names as given; forget: the requesters they mean; gone: the tickets
-- whose text goes.
CREATE TEMP TABLE IF NOT EXISTS ask (mail TEXT, source INTEGER, id TEXT);
CREATE TEMP TABLE IF NOT EXISTS forget (source INTEGER, who TEXT,
	token TEXT, PRIMARY KEY (source, who)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS gone (ticket INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS mute (message INTEGER PRIMARY KEY);
DELETE FROM ask;
DELETE FROM forget;
DELETE FROM gone;
DELETE FROM mute;
