-- Tickets of window ?1 to talk about, with their stratum: 0 corrected or flagged, 1
-- rated badly, 2 handed over, 3 of the AI alone; the first that holds.
SELECT ticket, key, stratum, issue, channel
FROM (SELECT l.ticket, l.key, CASE
		WHEN l.flagged OR EXISTS (SELECT 1 FROM correction c
			WHERE c.ticket = l.ticket) THEN 0
		WHEN l.satisfied = 0 THEN 1
		WHEN l.path = 'ai_to_human' THEN 2
		WHEN l.path = 'ai_only' THEN 3 END AS stratum, l.issue, l.channel
	FROM ladder l WHERE l.win = ?1 AND l.messages > 0)
WHERE stratum IS NOT NULL
