-- Tickets and accounts of a window; of how many it is not known who answered, the AI took
-- part, the time of solution is assumed; how many are still with the AI
-- alone; and of how many it is not known who answered although they are tagged.
SELECT count(*), count(DISTINCT account), sum(path IS NULL),
	total(n2 = 1), total(solved_basis = 'assumed'),
	total(n4 = 1 AND first_solved IS NULL),
	total(path IS NULL AND tagged)
FROM temp.ladder WHERE win = ?
