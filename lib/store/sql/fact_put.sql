INSERT INTO account_fact (account, name, since, value, num, ver)
	VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
	value = excluded.value, num = excluded.num, ver = excluded.ver,
	derived = 0 WHERE derived
