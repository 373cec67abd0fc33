-- durable_km: the share of the tickets that the AI resolved without a person that stay
-- resolved for seven days, by Kaplan and Meier (1958): also of tickets that were not
-- watched that long yet, as far as they were.
-- A row a ticket: x is 1 where it came back (a reopening by the customer, a new ticket
-- of the same type from the same requester), time the seconds from the first solution
-- until then, or until the newest event of its source.  The estimate is the product,
-- over the times t up to seven days at which any came back, of 1 less those that came
-- back at t by those with time >= t.  The figure's x are those that came back within
-- the seven days, its n the tickets whose fate is known.
-- What is published too early shows here, where durable has no ticket old enough yet.
CREATE VIEW durable_km AS
SELECT *, CASE WHEN time IS NOT NULL
	THEN coalesce(min(coalesce(reopen_s, recontact_s),
		coalesce(recontact_s, reopen_s)) <= watched, 0) END AS x
FROM (SELECT *, CASE WHEN watched >= 0 AND told
	THEN min(watched, coalesce(reopen_s, watched),
		coalesce(recontact_s, watched)) END AS time
	FROM ladder WHERE n5 = 1)
