-- A field whose name says that the vendor judged who resolved a ticket, where
-- nothing else tells of the AI.
CREATE TEMP TABLE IF NOT EXISTS automated (ticket INTEGER PRIMARY KEY);
DELETE FROM automated;
INSERT OR IGNORE INTO automated
	SELECT t.id FROM name n CROSS JOIN ticket t ON t.source = n.source
	WHERE n.ext_id GLOB 'field/*' AND lower(n.name) = 'resolution type'
	AND (EXISTS (SELECT 1 FROM dirty_other o
			WHERE o.kind = 10 AND o.id = n.id) OR
		t.id IN (SELECT ticket FROM dirty))
	AND t.ai_state_raw IS NULL AND t.fields IS NOT NULL
	AND EXISTS (SELECT 1 FROM json_each(t.fields) j
		WHERE j.key = substr(n.ext_id, 7) AND
		lower(j.value) = 'automated');
UPDATE ticket SET ai_state = 'resolved_assumed',
	ai_state_raw = 'Resolution type Automated'
	WHERE id IN (SELECT ticket FROM automated);
INSERT OR IGNORE INTO dirty SELECT ticket FROM automated;
