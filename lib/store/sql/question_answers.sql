-- What everybody answered to a question in a sample.
SELECT ticket, reviewer, value FROM review WHERE sample = ?1 AND question = ?2
ORDER BY ticket, reviewer
