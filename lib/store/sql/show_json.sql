-- The ticket's number first, then what the view says and what accounts were.
SELECT v.ticket, v.*, f.account_age, f.account_arr, f.account_mrr,
	f.account_churn, f.account_health, f.account_seats, f.account_advocate,
	f.account_failure_30d, f.account_bad_csat, f.account_tickets_90d,
	f.account_open, f.requester_first_contact
FROM sel CROSS JOIN tickets v ON v.ticket = sel.ticket
JOIN rule_facts f ON f.ticket = v.ticket
ORDER BY v.source, v.ext_id
