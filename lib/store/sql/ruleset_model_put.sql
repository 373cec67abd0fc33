INSERT OR IGNORE INTO ruleset_model (ruleset, model) VALUES (?, ?)
