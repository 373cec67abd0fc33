-- handle_zero: of the tickets that people handled and whose handle time is known, those
-- of which it is zero: clocks that nobody started.
CREATE VIEW handle_zero AS
SELECT *, handle_s = 0 AS x FROM ladder
WHERE path IN ('human_only', 'human_to_ai', 'ai_to_human')
