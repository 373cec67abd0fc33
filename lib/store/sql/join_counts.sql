-- How the accounts of tickets were found, in the order in which it is tried.
SELECT coalesce(t.account_basis, ''), count(*) FROM ticket t
WHERE t.stub = 0 AND EXISTS (SELECT 1 FROM account)
GROUP BY 1 ORDER BY CASE coalesce(t.account_basis, '') WHEN '' THEN 0
	WHEN 'id' THEN 1 WHEN 'requester' THEN 2 WHEN 'external' THEN 3
	WHEN 'domain' THEN 4 ELSE 5 END
