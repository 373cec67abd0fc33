SELECT grouped FROM ruleset WHERE id = ?
