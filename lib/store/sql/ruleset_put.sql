INSERT INTO ruleset (hash, name) VALUES (?, ?)
