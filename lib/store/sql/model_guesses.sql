SELECT ticket, value, p, sure FROM model_guess WHERE model = ?
ORDER BY ticket
