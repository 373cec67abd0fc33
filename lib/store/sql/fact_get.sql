SELECT value, ver FROM account_fact
	WHERE account = ? AND name = ? AND since = ?
