-- durable: of the tickets that the AI resolved without a person, those that stayed
-- resolved: within seven days of the first solution neither a reopening by the
-- customer nor a new ticket of the same type from the same requester.  N7 of N5.
-- Mature tickets alone: those solved less than seven days before the newest event of
-- their source are in tickets and not in n, whether they came back already or not, as
-- counting only those that did would make the rate too low.  A reopening that the
-- export knows only as a count is taken to be within the seven days.
CREATE VIEW durable AS SELECT *, n7 AS x FROM ladder WHERE n5 = 1
