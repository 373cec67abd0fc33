INSERT INTO model (hash, dimension, used, provenance, bytes)
VALUES (?1, ?2, 1, ?3, ?4)
ON CONFLICT DO UPDATE SET used = 1, provenance = excluded.provenance,
	bytes = excluded.bytes
RETURNING id
