-- Strata of which nobody reviewed a ticket with a verdict.
SELECT name, tickets FROM ceiling_stratum WHERE sample = ? AND n = 0 AND tickets > 0
ORDER BY stratum
