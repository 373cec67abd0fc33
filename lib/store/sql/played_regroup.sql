-- Its answer is no customer's: those it was grouped with are grouped again.
UPDATE ruleset SET grouped = 0 WHERE id IN (
	SELECT ruleset FROM answer WHERE ticket = ?1)
