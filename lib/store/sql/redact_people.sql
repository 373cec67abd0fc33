-- Who has to do with a ticket, and how they are called: 1 the name of a person,
-- 2 an address, 3 the name of a company.
WITH who(source, id) AS MATERIALIZED (
	SELECT source, requester FROM ticket WHERE id = ?1 OR joined = ?1
	UNION SELECT source, assignee FROM ticket WHERE id = ?1
	UNION SELECT t.source, m.author FROM message m
		JOIN ticket t ON t.id = m.ticket WHERE m.ticket = ?1
	UNION SELECT t.source, e.actor FROM event e
		JOIN ticket t ON t.id = e.ticket WHERE e.ticket = ?1
), called(kind, name) AS (
	SELECT 1, id FROM who
	UNION SELECT 1, p.name FROM who
		JOIN person p ON p.source = who.source AND p.ext_id = who.id
	UNION SELECT 2, p.email FROM who
		JOIN person p ON p.source = who.source AND p.ext_id = who.id
	UNION SELECT 3, account FROM ticket WHERE id = ?1
	UNION SELECT 3, a.name FROM ticket t
		JOIN account a ON a.id = t.account_ref WHERE t.id = ?1
	UNION SELECT 2, j.value FROM ticket t
		JOIN account a ON a.id = t.account_ref,
		json_each(a.domains) j WHERE t.id = ?1
)
SELECT kind, name FROM called WHERE name IS NOT NULL
