INSERT INTO account_fact (account, name, since, value, num)
	VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
