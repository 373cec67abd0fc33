-- Tickets of a window, and how many of them have no tags.
SELECT count(*), coalesce(sum(NOT tagged), 0) FROM temp.ladder WHERE win = ?1
