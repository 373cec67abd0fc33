-- population: why a ticket is in no population of rates, a row a ticket: excluded is
-- NULL for one that is in, solved yet or not.  Spam and what colleagues tested, what
-- was merged into or joined to another ticket, what we sent unasked and no customer
-- answered, what was deleted; and, where the export has texts at all, what no customer
-- wrote a word of.
CREATE VIEW population AS
SELECT t.id AS ticket,
	CASE WHEN t.mark IN ('spam', 'test') OR
			t.id IN (SELECT ticket FROM played) THEN 'spam and test'
		WHEN t.joined IS NOT NULL THEN 'merged'
		WHEN t.mark = 'outbound' AND k.customer_turns > 0 THEN NULL
		WHEN t.mark IS NOT NULL THEN t.mark
		WHEN s.has_text AND coalesce(k.customer_turns, 0) = 0 AND
			coalesce(t.subject, '') = '' THEN 'without customer text'
		END AS excluded
FROM ticket t
JOIN source s ON s.id = t.source
LEFT JOIN ticket_stat k ON k.ticket = t.id
WHERE t.stub = 0
