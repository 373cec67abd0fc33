INSERT INTO account_fact (account, name, since, value, num, ver)
	VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
