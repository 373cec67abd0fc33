-- The ceiling on either side of what the machine said.
SELECT CASE ceiling WHEN 'yes' THEN 'tagged' ELSE 'untagged' END, ceiling, tickets,
	n, x
FROM ceiling_stratum WHERE sample = ? ORDER BY ceiling = 'yes', stratum
