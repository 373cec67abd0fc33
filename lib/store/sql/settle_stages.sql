-- What the stages of a pipeline mean, where tickets tell the stage alone.  A
-- ticket whose stage is not known has no status; one that is on no pipeline
-- says its status itself.
INSERT OR IGNORE INTO dirty
	SELECT t.id FROM dirty_other o JOIN stage s ON s.id = o.id
	JOIN ticket t ON t.source = s.source AND t.status_raw = s.ext_id
	WHERE o.kind = 9 AND t.form IS NOT NULL;
UPDATE ticket SET status = (SELECT s.status FROM stage s
		WHERE s.source = ticket.source AND s.ext_id = ticket.status_raw)
	WHERE id IN (SELECT ticket FROM dirty) AND form IS NOT NULL
	AND EXISTS (SELECT 1 FROM stage s WHERE s.source = ticket.source);
