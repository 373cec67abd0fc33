-- transfers: changes of the team or the assignee after the first person was assigned,
-- a ticket that people handled; the mean.
-- From the AI to people is no transfer.  Not known where the export has neither a count
-- nor the history of assignments.
CREATE VIEW transfers AS
SELECT *, transfers AS x FROM ladder
WHERE path IN ('human_only', 'human_to_ai', 'ai_to_human')
