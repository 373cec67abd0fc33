-- servicenow_durable: ServiceNow's durable auto-resolve as published: resolved without
-- being given to a person and not reopened, of what the AI agent took part in.  x is
-- n7: a new ticket on the same issue counts as a reopening, and seven days stand for
-- ServiceNow's open end.
CREATE VIEW servicenow_durable AS
SELECT *, n7 AS x FROM ladder WHERE n2 = 1
