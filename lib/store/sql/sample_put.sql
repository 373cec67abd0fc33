INSERT INTO sample (name, seed, frame, strata, ruleset, period, since, until,
	filter, twice, asof)
VALUES (coalesce(?1, 'review-' || (SELECT coalesce(max(id), 0) + 1 FROM sample)),
	?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
