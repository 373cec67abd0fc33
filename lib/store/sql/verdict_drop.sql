DELETE FROM verdict WHERE sample = ? AND ticket = ? AND reviewer = ?
