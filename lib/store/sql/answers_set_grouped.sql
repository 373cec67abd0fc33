UPDATE ruleset SET grouped = 1 WHERE id = ?
