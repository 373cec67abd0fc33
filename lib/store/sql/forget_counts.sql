SELECT (SELECT count(*) FROM forget f WHERE EXISTS (SELECT 1 FROM person p
		WHERE p.source = f.source AND p.ext_id = f.who) OR
	EXISTS (SELECT 1 FROM ticket t WHERE t.source = f.source
		AND t.requester = f.who)),
	(SELECT count(*) FROM gone),
	(SELECT count(*) FROM message_text WHERE message IN
		(SELECT message FROM mute) OR message IN
		(SELECT m.id FROM gone g JOIN message m ON m.ticket = g.ticket))
