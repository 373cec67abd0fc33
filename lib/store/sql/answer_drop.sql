DELETE FROM answer WHERE ruleset = ? AND ticket = ?
