-- handle_long: of the tickets that people handled and whose handle time is known, those
-- of which it is more than eight hours: clocks that nobody stopped.
CREATE VIEW handle_long AS
SELECT *, handle_s > 8 * 3600 AS x FROM ladder
WHERE path IN ('human_only', 'human_to_ai', 'ai_to_human')
