DELETE FROM keep_issue WHERE ruleset = ?
