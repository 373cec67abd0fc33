-- Fields whose name says that the vendor judged who resolved a ticket:
-- settle_state reads them.  Their names may come after the tickets.
CREATE TEMP TABLE IF NOT EXISTS verdict (source INTEGER, field TEXT,
	PRIMARY KEY (source, field)) WITHOUT ROWID;
DELETE FROM verdict;
INSERT INTO verdict SELECT source, substr(ext_id, 7) FROM name
	WHERE ext_id GLOB 'field/*' AND lower(name) = 'resolution type';
INSERT OR IGNORE INTO dirty SELECT t.id FROM (SELECT DISTINCT n.source
		FROM dirty_other o JOIN name n ON n.id = o.id
		WHERE o.kind = 'name' AND n.ext_id GLOB 'field/*') n
	CROSS JOIN ticket t ON t.source = n.source
	WHERE t.fields IS NOT NULL AND lower(t.fields) GLOB '*"automated"*';
