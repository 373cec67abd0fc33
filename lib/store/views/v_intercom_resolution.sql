-- intercom_resolution: Fin's resolution rate as Intercom bills it: conversations that
-- are resolved after the AI agent's last answer, of those it took part in.  Resolved
-- is confirmed (the customer says so) or assumed (the customer leaves without asking
-- for more; an older page waits 24 hours, as is done here where no state is exported).
-- A customer who comes back to the same conversation takes the resolution away, in a
-- later billing period too, unless the AI answers again and that stands; a
-- conversation counts once.  The state that the vendor exports goes before what the
-- messages show, but not before a return or a person's answer before the end.  A
-- greeting is no answer.  A new ticket about the same thing takes nothing away, and a
-- ticket need not be closed: both make it more than ours.
CREATE VIEW intercom_resolution AS
SELECT *, CASE
	WHEN coalesce(ai_state, 'unknown') IN ('unknown', 'pending') AND
		(n3 IS NULL OR n4 IS NULL OR max(created, coalesce(ai_answered_at, 0))
		+ 86400 > (SELECT s.newest FROM source s
			WHERE s.name = ladder.source)) THEN NULL
	WHEN ai_state IN ('handed_over', 'negative_feedback', 'abandoned') OR
		n3 = 0 OR n4 = 0 OR ai_reply = -1 OR
		reopens > 0 AND ai_answered_at <= first_solved THEN 0
	ELSE 1 END AS x
FROM ladder WHERE n2 = 1
