INSERT INTO ruleset_rule (ruleset, number, id, why) VALUES (?, ?, ?, ?)
