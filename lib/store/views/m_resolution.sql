-- resolution: of the tickets in which the AI took part, those that it resolved without
-- a person: contained, and solved, closed or ended without a request for more help.
-- N5 of N2.
-- Vendors' "resolution rates" confirm less or more than that: see the bridge.
CREATE VIEW resolution AS
SELECT *, n5 AS x FROM ladder WHERE n2 = 1
