-- servicenow_durable: ServiceNow's durable auto-resolve as published: resolved without
-- being given to a person and not reopened, of what the AI agent took part in.  x is
-- n7 of the tickets that were watched for seven days, since they were solved or, where
-- they never were, since they came: failures are not known earlier than successes.
CREATE VIEW servicenow_durable AS
SELECT *, CASE WHEN coalesce(watched, (SELECT s.newest FROM source s
		WHERE s.name = ladder.source) - created) < 7 * 86400 THEN NULL
	WHEN n5 = 0 THEN 0 ELSE n7 END AS x
FROM ladder WHERE n2 = 1
