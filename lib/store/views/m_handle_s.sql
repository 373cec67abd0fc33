-- handle_s: seconds that agents worked on a ticket that people handled; the median.
-- As handle_basis says: imported from the vendor, or computed from the messages, where
-- every message or note of an agent counts the time since the one before it, at most 15
-- minutes.  Figures of different bases are not compared.  Zero and more than 8 hours
-- are left in (handle_zero, handle_long say how many), which a median bears and a mean
-- does not.
CREATE VIEW handle_s AS
SELECT *, handle_s AS x FROM ladder
WHERE path IN ('human_only', 'human_to_ai', 'ai_to_human')
