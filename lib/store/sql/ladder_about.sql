SELECT count(*), count(DISTINCT account), sum(path IS NULL),
	coalesce(max(watched) >= 7 * 86400, 0)
FROM temp.ladder WHERE win = ?
