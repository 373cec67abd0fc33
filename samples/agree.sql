-- How the tags of a demo database agree with what its generator meant.  The
-- truth file is read as lines of JSON.
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE line (j TEXT);
.mode ascii
.separator "\037" "\n"
.import truth.ndjson line
.mode column
CREATE TEMP TABLE tagged_ticket (key TEXT PRIMARY KEY, path, handoff_message,
	complexity, emotion, pattern);
INSERT INTO tagged_ticket SELECT key, path, handoff_message, complexity,
	emotion, pattern FROM tickets;
CREATE TEMP TABLE pair AS
SELECT 'path' AS what, j ->> 'path' AS truth,
	CASE v.path WHEN 'human_to_ai' THEN 'human_only' ELSE v.path END AS tag
FROM line JOIN tagged_ticket v ON v.key = j ->> 'key'
WHERE j ->> 'path' IS NOT NULL AND j ->> 'excluded' IS NULL
UNION ALL
SELECT 'handoff message', j ->> 'handoff_message', v.handoff_message
FROM line JOIN tagged_ticket v ON v.key = j ->> 'key'
WHERE j ->> 'handoff_message' IS NOT NULL
UNION ALL
SELECT 'complexity', j ->> 'complexity', coalesce(v.complexity, 'unknown')
FROM line JOIN tagged_ticket v ON v.key = j ->> 'key'
WHERE j ->> 'complexity' IS NOT NULL
UNION ALL
SELECT 'emotion', j ->> 'emotion', coalesce(v.emotion, 'unknown')
FROM line JOIN tagged_ticket v ON v.key = j ->> 'key'
WHERE j ->> 'emotion' IS NOT NULL
UNION ALL
SELECT 'pattern', j ->> 'pattern', coalesce(v.pattern, 'unknown')
FROM line JOIN tagged_ticket v ON v.key = j ->> 'key'
WHERE j ->> 'pattern' IS NOT NULL;
WITH n AS (SELECT what, count(*) AS n, avg(truth IS tag) AS po
	FROM pair GROUP BY what),
t AS (SELECT what, truth AS v, count(*) AS c FROM pair GROUP BY what, truth),
g AS (SELECT what, tag AS v, count(*) AS c FROM pair GROUP BY what, tag),
e AS (SELECT t.what, sum(1.0 * t.c * g.c) AS s FROM t JOIN g
	ON g.what = t.what AND g.v IS t.v GROUP BY t.what)
SELECT n.what AS agreement, n.n AS tickets, printf('%.3f', po) AS same,
	printf('%.3f', (po - s / n / n) / (1 - s / n / n)) AS kappa
FROM n JOIN e ON e.what = n.what
ORDER BY n.what;
