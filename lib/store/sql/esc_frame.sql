-- The tickets of the selection that are in a sample's frame, each with its stratum
-- and the answer to human_needed, NULL: nobody gave one.
WITH r AS MATERIALIZED (SELECT ticket, value FROM reviewed
	WHERE sample = ?1 AND question = 'human_needed')
SELECT f.ticket, f.stratum, r.value
FROM sample_frame f LEFT JOIN r ON r.ticket = f.ticket
WHERE f.sample = ?1 AND f.ticket IN (SELECT ticket FROM sel)
ORDER BY f.ticket
