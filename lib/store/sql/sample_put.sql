INSERT INTO sample (name, seed, frame, strata, ruleset, period, since, until,
	filter, twice, asof)
VALUES (?1, ?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
