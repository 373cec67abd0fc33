INSERT INTO ruleset_value (ruleset, dimension, idx, value, many) VALUES (?, ?, ?, ?, ?)
