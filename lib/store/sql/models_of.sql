SELECT m.id, m.hash, m.dimension, m.bytes
FROM ruleset_model r JOIN model m ON m.id = r.model
WHERE r.ruleset = ? ORDER BY m.dimension
