-- zendesk2026_unassisted: the outcome "unassisted" that Zendesk publishes since 18 May
-- 2026: the AI agent took part and gave no answer beyond greetings and small talk.
-- x is 1 in n2 and not in n3.  NULL where the export has no words to tell one by.
CREATE VIEW zendesk2026_unassisted AS
SELECT *, 1 - n3 AS x FROM ladder WHERE n2 = 1
