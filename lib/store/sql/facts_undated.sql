-- Facts of accounts that came without a date: that of today stands for all time.
SELECT DISTINCT 'account_' || name FROM account_fact WHERE since < 0 ORDER BY 1
