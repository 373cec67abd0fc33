SELECT count(*), count(DISTINCT account), sum(path IS NULL)
FROM temp.ladder WHERE win = ?
