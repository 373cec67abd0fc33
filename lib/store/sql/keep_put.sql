INSERT OR REPLACE INTO keep_issue (ruleset, issue, reason, x, n, lo, threshold) VALUES (?, ?, ?, ?, ?, ?, ?)
