-- flags: tickets that an agent flagged as answered wrongly by the AI, of its answers;
-- times 100 it is flagged tickets per 100 AI answers.
-- A row a substantive public answer, not a ticket; x is 1 for the first answer of a
-- flagged ticket.  Which tags are flags is told to hs-import (--flag-tag): while none
-- is, nothing is known, which is not zero.
CREATE VIEW flags AS
SELECT l.*, CASE WHEN ai_answers IS NOT NULL AND EXISTS (SELECT 1 FROM flag_tag)
	THEN i.key = 0 AND flagged END AS x
FROM ladder l,
-- an array of so many elements
	json_each('[' || CASE WHEN ai_answers IS NULL THEN '0' ELSE
		substr(replace(hex(zeroblob(ai_answers)), '00', ',0'), 2)
		END || ']') i
WHERE n2 = 1
