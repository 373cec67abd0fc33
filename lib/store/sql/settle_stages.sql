-- What the stages of a pipeline mean, where tickets tell the stage alone.  A
-- ticket whose stage is not known has no status; one that is on no pipeline
-- says its status itself.
INSERT OR IGNORE INTO dirty
	SELECT t.id FROM (SELECT DISTINCT s.source FROM dirty_other o
		JOIN stage s ON s.id = o.id WHERE o.kind = 'stage') n
	CROSS JOIN ticket t ON t.source = n.source
	CROSS JOIN stage s ON s.source = t.source AND s.ext_id = t.status_raw
	WHERE t.form IS NOT NULL AND t.status IS NOT s.status;
UPDATE ticket SET status = (SELECT s.status FROM stage s
		WHERE s.source = ticket.source AND s.ext_id = ticket.status_raw)
	WHERE id IN (SELECT ticket FROM dirty) AND form IS NOT NULL
	AND EXISTS (SELECT 1 FROM stage s WHERE s.source = ticket.source);
