UPDATE temp.ladder SET n1 = EXISTS (SELECT 1 FROM temp.ai_on o
	WHERE (o.since IS NULL OR ladder.created >= o.since)
	AND (o.until IS NULL OR ladder.created < o.until)
	AND (o.channel IS NULL OR o.channel = ladder.channel COLLATE NOCASE)
	AND (o.segment IS NULL OR EXISTS (SELECT 1
		FROM json_each(ladder.segments) j WHERE j.value = o.segment)))
