INSERT OR REPLACE INTO tagging (ruleset, ticket, rev, readable, language, path,
	path_basis, handoff_at, handoff_message, handoff_basis, many,
	complexity, complexity_by, complexity_open,
	emotion, emotion_by, emotion_open, pattern, pattern_by, pattern_open,
	issue, issue_by, issue_open, tier, tier_by, tier_open,
	approach, approach_by, guess, ai_answers, ai_answered_at, ai_reply)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
	?, ?, ?, ?, ?, ?, ?, ?, ?)
