-- A person has one address in all sources: who is named by an id is forgotten
-- by it too.
INSERT OR IGNORE INTO forget (source, who)
	SELECT source, id FROM ask WHERE id IS NOT NULL;
INSERT INTO ask (mail)
	SELECT lower(p.email) FROM forget f
	JOIN person p ON p.source = f.source AND p.ext_id = f.who
	WHERE p.email IS NOT NULL;
INSERT OR IGNORE INTO forgotten
	SELECT token('m' || mail) FROM ask WHERE mail IS NOT NULL;
INSERT OR IGNORE INTO forget (source, who)
	SELECT source, ext_id FROM person
	WHERE lower(email) IN (SELECT mail FROM ask);
INSERT OR IGNORE INTO forget (source, who)
	SELECT source, requester FROM ticket
	WHERE lower(requester) IN (SELECT mail FROM ask);
INSERT OR IGNORE INTO forget (source, who)
	SELECT t.source, m.author FROM message m JOIN ticket t ON t.id = m.ticket
	WHERE instr(m.author, '@') AND lower(m.author) IN (SELECT mail FROM ask);
-- Who talked with the AI before a ticket is its requester by another id; both
-- the conversation and the ticket are theirs.
INSERT OR IGNORE INTO forget (source, who)
	SELECT c.source, c.requester FROM forget f CROSS JOIN ticket t
		ON t.requester = f.who AND t.source = f.source
	CROSS JOIN ticket c ON c.joined = t.id
	WHERE c.requester IS NOT NULL;
INSERT INTO gone SELECT DISTINCT t.id FROM forget f CROSS JOIN ticket t
	ON t.requester = f.who AND t.source = f.source;
INSERT INTO mute SELECT m.id FROM message m JOIN ticket t ON t.id = m.ticket
	JOIN forget f ON f.source = t.source AND f.who = m.author;
