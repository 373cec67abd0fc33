INSERT INTO ruleset_rule (ruleset, number, id, why, cluster)
VALUES (?, ?, ?, ?, ?)
