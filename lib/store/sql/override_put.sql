INSERT INTO override (ticket, dimension, value, why)
SELECT ticket, ?1, ?2, ?3 FROM sel WHERE true
ON CONFLICT DO UPDATE SET value = excluded.value, why = excluded.why
