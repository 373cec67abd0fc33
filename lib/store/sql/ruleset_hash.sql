SELECT hash FROM ruleset WHERE id = ?
