-- Reviewers' answers to human_needed, the newest sample of a ticket first.
SELECT ticket, value FROM reviewed WHERE question = 'human_needed'
ORDER BY ticket, sample DESC
