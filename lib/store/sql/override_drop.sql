DELETE FROM override WHERE dimension = ?1
	AND ticket IN (SELECT ticket FROM sel)
