-- What this run brought of requesters who are forgotten: people told by their
-- address, and messages that came before their ticket.
INSERT OR IGNORE INTO gone SELECT d.ticket FROM dirty d
	JOIN ticket t ON t.id = d.ticket WHERE t.requester GLOB 'forgotten:*';
INSERT OR IGNORE INTO gone SELECT t.id FROM forget f CROSS JOIN ticket t
	ON t.requester = f.who AND t.source = f.source;
INSERT OR IGNORE INTO mute SELECT m.id FROM message m
	JOIN ticket t ON t.id = m.ticket
	JOIN forget f ON f.source = t.source AND f.who = m.author
	WHERE EXISTS (SELECT 1 FROM forget);
