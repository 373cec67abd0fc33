-- Facts of an account or requester that count other tickets: those that came
-- after a touched one have stale tags.  Where nothing is tagged nothing is stale.
CREATE TEMP TABLE IF NOT EXISTS earliest (kind INTEGER, who, source INTEGER,
	at INTEGER, PRIMARY KEY (kind, who, source));
DELETE FROM earliest;
INSERT INTO earliest SELECT 1, t.account_ref, 0, min(t.created)
	FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
	WHERE t.account_ref IS NOT NULL AND EXISTS (SELECT 1 FROM tagging)
	GROUP BY t.account_ref;
INSERT INTO earliest SELECT 2, t.requester, t.source, min(t.created)
	FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
	WHERE t.requester IS NOT NULL AND EXISTS (SELECT 1 FROM tagging)
	GROUP BY t.requester, t.source;
INSERT OR IGNORE INTO dirty
	SELECT o.id FROM earliest e CROSS JOIN ticket o ON o.account_ref = e.who
		AND o.created >= e.at WHERE e.kind = 1;
INSERT OR IGNORE INTO dirty
	SELECT o.id FROM earliest e CROSS JOIN ticket o ON o.requester = e.who
		AND o.source = e.source AND o.created >= e.at WHERE e.kind = 2;
UPDATE ticket SET rev = rev + 1 WHERE id IN (SELECT ticket FROM dirty)
	AND EXISTS (SELECT 1 FROM tagging);
