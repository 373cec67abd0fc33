SELECT value FROM review
WHERE sample = ? AND ticket = ? AND reviewer = ? AND question = ?
