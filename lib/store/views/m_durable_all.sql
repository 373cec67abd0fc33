-- durable_all: of the tickets that came in, those that the AI resolved without a person
-- and that stayed resolved for seven days.  N7 of N0.
-- Denominator: the tickets of the period that are old enough, and of which
-- reopenings, type and requester or account are known.  What came back at once and
-- is not old enough is not counted: it would be all that is known of the last days.
CREATE VIEW durable_all AS SELECT *, n7 AS x FROM ladder
