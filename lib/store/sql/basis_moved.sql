-- Tickets of the selection that are not in a sample's frame, and of its frame that
-- are not in the selection.
SELECT (SELECT count(*) FROM sel WHERE NOT EXISTS (SELECT 1 FROM sample_frame f
		WHERE f.sample = ?1 AND f.ticket = sel.ticket)),
	(SELECT count(*) FROM sample_frame f WHERE f.sample = ?1
		AND f.ticket NOT IN (SELECT ticket FROM sel))
