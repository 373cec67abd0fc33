-- A conversation of an AI's own export and the helpdesk's ticket that it became
-- are one case: the ticket.  What the conversation holds moves there, under the
-- conversation's id; the loader sends what comes later the same way.  A link is
-- ID or SOURCE:ID, where SOURCE may be the vendor's name; it must name one
-- ticket, which is linked to no other.  A row whose id the ticket has already
-- stays where it is.
CREATE INDEX IF NOT EXISTS ticket_link ON ticket (id)
	WHERE link IS NOT NULL AND joined IS NULL;
CREATE TEMP TABLE IF NOT EXISTS joins (conversation INTEGER PRIMARY KEY,
	ext_id TEXT, ticket INTEGER);
DELETE FROM joins;
INSERT INTO joins SELECT c.id, c.ext_id, CASE instr(c.link, ':')
	WHEN 0 THEN (SELECT max(t.id) FROM ticket t JOIN source s
		ON s.id = t.source WHERE t.source IN (SELECT id FROM source)
		AND t.ext_id = c.link AND t.id <> c.id AND t.stub = 0
		AND t.link IS NULL HAVING count(*) = 1)
	ELSE (SELECT max(t.id) FROM source s JOIN ticket t ON t.source = s.id
		AND t.ext_id = substr(c.link, instr(c.link, ':') + 1)
		WHERE substr(c.link, 1, instr(c.link, ':') - 1)
			IN (s.name, s.vendor)
		AND t.id <> c.id AND t.stub = 0 AND t.link IS NULL
		HAVING count(*) = 1)
	END FROM ticket c WHERE c.link IS NOT NULL AND c.joined IS NULL;
DELETE FROM joins WHERE ticket IS NULL;
UPDATE OR IGNORE message SET ticket = j.ticket, ext_id = j.ext_id || '/' || message.ext_id
	FROM joins j WHERE +j.conversation = message.ticket;
UPDATE OR IGNORE event SET ticket = j.ticket, ext_id = j.ext_id || '/' || event.ext_id
	FROM joins j WHERE +j.conversation = event.ticket;
UPDATE OR IGNORE survey SET ticket = j.ticket, ext_id = j.ext_id || '/' || survey.ext_id
	FROM joins j WHERE +j.conversation = survey.ticket;
UPDATE OR IGNORE suggestion SET ticket = j.ticket,
	ext_id = j.ext_id || '/' || suggestion.ext_id
	FROM joins j WHERE +j.conversation = suggestion.ticket;
UPDATE OR IGNORE label SET ticket = j.ticket
	FROM joins j WHERE +j.conversation = label.ticket;
UPDATE ticket SET joined = j.ticket FROM joins j WHERE +j.conversation = ticket.id;
INSERT OR IGNORE INTO dirty SELECT conversation FROM joins;
INSERT OR IGNORE INTO dirty SELECT ticket FROM joins;
-- A conversation that changed says something of the ticket it became.
INSERT OR IGNORE INTO dirty SELECT t.joined FROM dirty d
	CROSS JOIN ticket t ON t.id = d.ticket
	WHERE t.joined IS NOT NULL;
