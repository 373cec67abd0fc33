SELECT question, value FROM review
WHERE sample = ? AND ticket = ? AND reviewer = ?
