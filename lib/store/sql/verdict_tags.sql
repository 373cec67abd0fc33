SELECT complexity, emotion, pattern, issue, tier FROM sample_ticket
WHERE sample = ? AND ticket = ?
