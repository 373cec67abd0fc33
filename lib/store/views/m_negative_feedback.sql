-- negative_feedback: of the tickets in which the AI took part and of which it is known
-- what was said of it, those with negative feedback on the AI: the vendor's state says
-- so, or the customer rated the AI badly.
-- Known: the vendor gives a verdict (not one that is pending), or there is a rating of
-- the AI.  Silence counts as no negative feedback where the vendor gave another
-- verdict.
CREATE VIEW negative_feedback AS
SELECT *, CASE WHEN ai_state = 'negative_feedback' OR rating = 0 THEN 1
		WHEN ai_state NOT IN ('pending', 'unknown') OR rating = 1 THEN 0
	END AS x
FROM (SELECT *, (SELECT min(v.satisfied) FROM survey v
		WHERE v.ticket = ladder.ticket AND v.rated = 'ai') AS rating
	FROM ladder WHERE n2 = 1)
