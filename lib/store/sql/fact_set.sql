UPDATE account_fact SET value = ?4, num = ?5, ver = ?6
	WHERE account = ?1 AND name = ?2 AND since = ?3
