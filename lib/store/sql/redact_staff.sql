-- Those who answer, of all sources; a machine's name is no secret.
SELECT 1, name FROM person
	WHERE ai IS NULL AND role IN (3, 4) AND role = 3 AND name IS NOT NULL
UNION SELECT 2, email FROM person
	WHERE ai IS NULL AND role IN (3, 4) AND role = 3 AND email IS NOT NULL
