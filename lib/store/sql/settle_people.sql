-- Who is a machine.  Evidence is positive only: a whole word of the name, a tag
-- that joins the name with what it is (ai_NAME, NAME_bot), or, for an automation,
-- that it took part in tickets marked as a bot's, or that it talked: answered
-- more than once in one ticket.  Never "contains bot": agents are called Abbott.
CREATE INDEX IF NOT EXISTS person_staff ON person (source)
	WHERE ai IS NULL AND role IN (3, 4);
-- What a name told is told anew when the person was corrected.
UPDATE person SET ai = NULL WHERE (ai GLOB 'name *' OR ai GLOB 'tag *')
	AND id IN (SELECT id FROM dirty_other WHERE kind = 'person');
CREATE TEMP TABLE IF NOT EXISTS bot_tag (source INTEGER, tag TEXT,
	PRIMARY KEY (source, tag)) WITHOUT ROWID;
DELETE FROM bot_tag;
-- Tags of the tickets this run touched, and of all where an agent is new.
INSERT OR IGNORE INTO bot_tag
	SELECT t.source, lower(j.value)
	FROM (SELECT ticket FROM dirty UNION SELECT t.id FROM
		(SELECT DISTINCT p.source FROM dirty_other o JOIN person p
			ON p.id = o.id WHERE o.kind = 'person'
			AND p.ai IS NULL AND p.role = 3) n
		CROSS JOIN ticket t ON t.source = n.source) d
	CROSS JOIN ticket t ON t.id = d.ticket
	CROSS JOIN json_each(t.tags) j
	WHERE (t.tags GLOB '*_bot*' OR t.tags GLOB '*bot_*' OR
		t.tags GLOB '*ai_*' OR t.tags GLOB '*_ai*' OR
		t.tags GLOB '*_assist*')
	AND (j.value GLOB '*_bot' OR j.value GLOB 'bot_*' OR
		j.value GLOB 'ai_*' OR j.value GLOB '*_ai' OR
		j.value GLOB '*_assist' OR j.value GLOB '*_assistant');

CREATE TEMP TABLE IF NOT EXISTS machine (id INTEGER PRIMARY KEY, why TEXT);
DELETE FROM machine;
INSERT OR IGNORE INTO machine
	SELECT p.id, 'tag ' || b.tag
	FROM person p INDEXED BY person_staff
	JOIN bot_tag b ON b.source = p.source
	AND b.tag IN (
		replace(lower(p.name), ' ', '_') || '_bot',
		'bot_' || replace(lower(p.name), ' ', '_'),
		replace(lower(p.name), ' ', '_') || '_ai',
		'ai_' || replace(lower(p.name), ' ', '_'),
		replace(lower(p.name), ' ', '_') || '_assist',
		replace(lower(p.name), ' ', '_') || '_assistant')
	WHERE p.ai IS NULL AND p.role IN (3, 4) AND p.role = 3 AND p.name <> ''
	ORDER BY b.tag;
INSERT OR IGNORE INTO machine
	SELECT id, 'name ' || name FROM (
		SELECT id, name, ' ' || replace(replace(replace(lower(name),
			'-', ' '), '_', ' '), '.', ' ') || ' ' AS words
		FROM person INDEXED BY person_staff
		WHERE ai IS NULL AND role IN (3, 4))
	WHERE words GLOB '* bot *' OR words GLOB '* chatbot *'
	OR words GLOB '* answerbot *' OR words GLOB '* ai agent *'
	OR words GLOB '* ai assistant *' OR words GLOB '* virtual agent *'
	OR words GLOB '* virtual assistant *';
INSERT OR IGNORE INTO machine
	SELECT p.id, 'took part in tickets tagged as a bot''s'
	FROM dirty d
	CROSS JOIN message m ON m.ticket = d.ticket AND m.public = 1
	CROSS JOIN ticket t ON t.id = d.ticket
	JOIN person p ON p.source = t.source AND p.ext_id = m.author
	WHERE m.said IS NULL AND p.ai IS NULL AND p.role = 4
	AND EXISTS (SELECT 1 FROM json_each(t.tags) j
		WHERE j.value GLOB '*_bot' OR j.value GLOB 'bot_*' OR
		j.value GLOB 'ai_*' OR j.value GLOB '*_ai');
INSERT OR IGNORE INTO machine
	SELECT p.id, 'answered more than once in ticket ' || t.ext_id
	FROM dirty d
	CROSS JOIN message m ON m.ticket = d.ticket AND m.public = 1
	CROSS JOIN ticket t ON t.id = d.ticket
	JOIN person p ON p.source = t.source AND p.ext_id = m.author
	WHERE m.said IS NULL AND p.ai IS NULL AND p.role = 4
	GROUP BY d.ticket, p.id HAVING count(*) > 1
	ORDER BY t.ext_id;
UPDATE person SET ai = (SELECT why FROM machine WHERE machine.id = person.id)
	WHERE id IN (SELECT id FROM machine);
INSERT OR IGNORE INTO dirty_other SELECT 'person', id FROM machine;
