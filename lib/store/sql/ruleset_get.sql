SELECT id FROM ruleset WHERE hash = ?
