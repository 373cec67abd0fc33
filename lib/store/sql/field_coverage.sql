SELECT source, vendor, field, filled, tickets FROM field_coverage
ORDER BY source, seq
