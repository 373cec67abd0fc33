-- ada_ar: Ada's automated resolution rate as published: conversations that Ada's
-- language model calls resolved (relevant, accurate and safe, and no person was
-- needed), of the engaged ones, that is with words of the customer, that are a day
-- old.  Known where Ada exported its classification; NULL for every other vendor's
-- tickets.
CREATE VIEW ada_ar AS
SELECT *, CASE WHEN vendor <> 'ada' OR ai_state IS NULL OR
		created + 86400 > (SELECT s.newest FROM source s
		WHERE s.name = ladder.source) THEN NULL
	ELSE n4 = 1 AND ai_state IN ('resolved_assumed', 'resolved_confirmed')
	END AS x
FROM ladder WHERE n2 = 1 AND customer_turns IS NOT 0
