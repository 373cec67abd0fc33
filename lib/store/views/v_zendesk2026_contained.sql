-- zendesk2026_contained: the outcome "contained resolution" that Zendesk publishes
-- since 18 May 2026: the AI agent gave an answer, no person was needed and the
-- customer asked for nothing more.  x is n3 and n5.
CREATE VIEW zendesk2026_contained AS
SELECT *, CASE WHEN n3 = 0 OR n5 = 0 THEN 0 WHEN n3 = 1 AND n5 = 1 THEN 1 END AS x
FROM ladder WHERE n2 = 1
