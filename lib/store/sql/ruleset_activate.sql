UPDATE ruleset SET active = id = ?
