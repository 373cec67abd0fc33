INSERT OR REPLACE INTO ticket_stat (ticket, messages, customer_turns, ai_turns,
	agent_turns, last_at, first_reply_s, handle_s, handle_basis,
	after_ai)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
