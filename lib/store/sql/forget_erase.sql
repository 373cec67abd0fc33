-- The text of the tickets in gone, with the AI's conversations that became them
-- and the tickets that these became, and of the messages in mute, and the names
-- and ids of those in forget.  A subject that was there stays there as a mark:
-- whether a ticket has words decides where it counts.  A tag stays if ten
-- requesters have it: then it is a word of the helpdesk and not of one of them.
INSERT OR IGNORE INTO gone SELECT t.joined FROM gone g
	CROSS JOIN ticket t ON t.id = g.ticket WHERE t.joined IS NOT NULL;
INSERT OR IGNORE INTO gone SELECT t.id FROM gone g
	CROSS JOIN ticket t ON t.joined = g.ticket;
INSERT OR IGNORE INTO mute SELECT m.id FROM gone g
	JOIN message m ON m.ticket = g.ticket;
UPDATE forget SET token = (SELECT token('i' || s.name || ':' || forget.who)
	FROM source s WHERE s.id = forget.source);
INSERT OR IGNORE INTO forgotten SELECT token FROM forget;
CREATE TEMP TABLE IF NOT EXISTS common_tag (tag TEXT PRIMARY KEY) WITHOUT ROWID;
DELETE FROM common_tag;
INSERT INTO common_tag SELECT j.value FROM ticket t, json_each(t.tags) j
	WHERE t.tags IS NOT NULL AND EXISTS (SELECT 1 FROM gone)
	GROUP BY j.value HAVING count(DISTINCT
		coalesce(t.source || ' ' || t.requester, 't' || t.id)) >= 10;
DELETE FROM signature WHERE ticket IN (SELECT ticket FROM gone);
UPDATE ruleset SET grouped = 0 WHERE id IN (SELECT a.ruleset
	FROM gone g CROSS JOIN answer a ON a.ticket = g.ticket);
DELETE FROM answer WHERE ticket IN (SELECT ticket FROM gone);
DELETE FROM message_text WHERE message IN (SELECT message FROM mute);
UPDATE ticket SET page = NULL, action = NULL, fields = NULL, link = NULL,
	csat_raw = CASE WHEN csat_raw IS NOT NULL THEN '[forgotten]' END,
	subject = CASE WHEN subject <> '' THEN '[forgotten]' END,
	tags = nullif((SELECT json_group_array(j.value)
		FROM json_each(ticket.tags) j
		WHERE j.value IN (SELECT tag FROM common_tag)
		OR lower(j.value) IN (SELECT name FROM flag_tag)), '[]')
	WHERE id IN (SELECT ticket FROM gone);
UPDATE event SET old = NULL, new = NULL
	WHERE ticket IN (SELECT ticket FROM gone)
	AND field NOT IN ('status', 'assignee', 'team', 'handoff', 'ai_state',
		'worked', 'engagement');
UPDATE override SET why = '[forgotten]'
	WHERE ticket IN (SELECT ticket FROM gone);
UPDATE review SET value = '[forgotten]' WHERE question = 'note'
	AND ticket IN (SELECT ticket FROM gone);
-- What conditions, and notes of people who read figures, may call them; a short id
-- without quotes may be any number.
CREATE TEMP TABLE IF NOT EXISTS called (word TEXT PRIMARY KEY) WITHOUT ROWID;
DELETE FROM called;
INSERT OR IGNORE INTO called
	SELECT lower(w.value) FROM forget f
	LEFT JOIN person p ON p.source = f.source AND p.ext_id = f.who,
	json_each(json_array('''' || f.who || '''', '"' || f.who || '"',
		CASE WHEN length(f.who) >= 5 THEN f.who END,
		p.name, p.email)) w
	WHERE w.value <> ''
	UNION SELECT mail FROM ask WHERE mail <> '';
UPDATE sample SET filter = '[forgotten]' WHERE filter IS NOT NULL
	AND EXISTS (SELECT 1 FROM called WHERE instr(lower(filter), word) > 0);
DELETE FROM baseline WHERE EXISTS (SELECT 1 FROM called
	WHERE instr(lower(name || ' ' || coalesce(filter, '')), word) > 0);
UPDATE note SET text = '[forgotten]'
	WHERE EXISTS (SELECT 1 FROM called WHERE instr(lower(text), word) > 0);
UPDATE survey SET comment = NULL WHERE ticket IN (SELECT ticket FROM gone);
UPDATE suggestion SET draft = '[forgotten]',
	sent = CASE WHEN sent IS NOT NULL THEN '[forgotten]' END
	WHERE ticket IN (SELECT ticket FROM gone);
UPDATE ticket SET requester = 'forgotten:' || f.token
	FROM forget f WHERE f.source = ticket.source
	AND f.who = ticket.requester AND ticket.id IN (SELECT ticket FROM gone);
UPDATE person SET name = NULL, email = NULL,
	ext_id = 'forgotten:' || f.token
	FROM forget f WHERE f.source = person.source AND f.who = person.ext_id
	AND EXISTS (SELECT 1 FROM forget);
UPDATE message SET author = 'forgotten:' || f.token
	FROM ticket t, forget f WHERE t.id = message.ticket
	AND f.source = t.source AND f.who = message.author
	AND message.id IN (SELECT message FROM mute);
-- What a conversation brought names people by the ids of its own source.
UPDATE message SET author = 'forgotten:' || f.token
	FROM ticket c, forget f WHERE c.joined = message.ticket
	AND f.source = c.source AND f.who = message.author
	AND message.ext_id GLOB c.ext_id || '/*'
	AND message.id IN (SELECT message FROM mute);
-- A line of a chat has the name of who spoke.
UPDATE message SET author = NULL WHERE kind = 'transcript_line'
	AND coalesce(said, role) = 1 AND id IN (SELECT message FROM mute);
UPDATE event SET actor = 'forgotten:' || f.token
	FROM ticket t, forget f WHERE t.id = event.ticket
	AND f.source = t.source AND f.who = event.actor
	AND EXISTS (SELECT 1 FROM forget);
UPDATE event SET actor = 'forgotten:' || f.token
	FROM ticket c, forget f WHERE c.joined = event.ticket
	AND f.source = c.source AND f.who = event.actor
	AND event.ticket IN (SELECT ticket FROM gone);
