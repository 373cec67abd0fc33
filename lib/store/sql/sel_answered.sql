-- Leave what has an answer to this question in a sample.
DELETE FROM sel WHERE ticket NOT IN (SELECT ticket FROM review
	WHERE question = ?1 AND sample = ?2)
