-- suggestion_rewritten: of the AI's drafts that a person used, those that were
-- changed in more than 40 % of their words before they were sent.  A row a draft,
-- not a ticket.  Drafts that were not used are not in it: they say nothing of what
-- is wrong with them.  Used drafts whose change is not known are in tickets and
-- not in n.  Vendors that count "accepted" drafts mean used ones, changed or not.
CREATE VIEW suggestion_rewritten AS
SELECT l.*, g.outcome = 'rewritten' AS x
FROM ladder l JOIN suggestion g ON g.ticket = l.ticket AND g.sent IS NOT NULL
