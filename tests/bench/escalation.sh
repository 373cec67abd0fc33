#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# escalation.sh DB TRUTH.ndjson [KEYS-LIKE]: how hs-escaudit's findings agree with
# what people say of the same handoffs.  TRUTH has an object a ticket: key, path,
# trigger, needed, context, repeats, wording, opening, page_opportunity, resolved,
# notes.  A ticket that we do not see as handed over counts as wrong.
set -eu

db=$1
truth=$2
like=${3:-%}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
since='--since 2000-01-01 --until 2100-01-01'

# shellcheck disable=SC2086 # options
hs-escaudit all -q -d "$db" $since -f json >"$tmp/findings.ndjson"
cp "$truth" "$tmp/truth.ndjson"
cd "$tmp"
cat >score.sql <<'END'
CREATE TABLE t (j);
CREATE TABLE f (j);
.mode ascii
.separator "\037" "\n"
.import truth.ndjson t
.import findings.ndjson f
CREATE TABLE truth AS SELECT j ->> 'key' AS key, j ->> 'path' AS path, j FROM t
	WHERE j ->> 'key' LIKE :like;
CREATE TABLE found AS SELECT j ->> 'key' AS key, j ->> 'audit' AS audit,
	j ->> 'code' AS code, j ->> 'item' AS item, j ->> 'message' AS message,
	j ->> 'given' AS given FROM f;
CREATE INDEX found_key ON found (key, audit);
-- one verdict a ticket
CREATE TABLE pair AS
SELECT a.name AS what, t.key, t.j ->> ('$.' || a.name) AS truth,
	coalesce((SELECT min(code) FROM found f WHERE f.key = t.key
		AND f.audit = a.audit), 'none') AS ours
FROM truth t JOIN (SELECT 'trigger' AS name, 'triggers' AS audit
	UNION ALL SELECT 'needed', 'needed' UNION ALL SELECT 'wording', 'wording'
	UNION ALL SELECT 'opening', 'opening') a
WHERE t.path = 'ai_to_human';
-- elements: a row each
INSERT INTO pair SELECT 'context', t.key || c.key, c.value,
	coalesce((SELECT code FROM found f WHERE f.key = t.key
		AND f.audit = 'handoff' AND f.item = c.key), 'none')
FROM truth t, json_each(t.j, '$.context') c WHERE t.path = 'ai_to_human';
INSERT INTO pair SELECT 'context.' || c.key, t.key, c.value,
	coalesce((SELECT code FROM found f WHERE f.key = t.key
		AND f.audit = 'handoff' AND f.item = c.key), 'none')
FROM truth t, json_each(t.j, '$.context') c WHERE t.path = 'ai_to_human';
INSERT INTO pair SELECT 'page_opportunity', t.key,
	CASE t.j ->> 'page_opportunity' WHEN 1 THEN 'yes' ELSE 'no' END,
	CASE WHEN EXISTS (SELECT 1 FROM found f WHERE f.key = t.key
		AND f.audit = 'pages' AND f.code = 'page-opportunity')
		THEN 'yes' ELSE 'no' END
FROM truth t WHERE t.path = 'ai_to_human';
INSERT INTO pair SELECT 'ai_failed', t.key,
	CASE t.j ->> 'resolved' WHEN 1 THEN 'no' ELSE 'yes' END,
	CASE WHEN EXISTS (SELECT 1 FROM found f WHERE f.key = t.key
		AND f.audit = 'needed' AND f.code LIKE 'failed-%')
		THEN 'yes' ELSE 'no' END
FROM truth t WHERE t.path = 'ai_only';
.mode list
.separator " "
WITH n AS (SELECT what, count(*) AS n, avg(truth = ours) AS po FROM pair
	GROUP BY what),
margins AS (SELECT what, v, sum(a) AS a, sum(b) AS b FROM
	(SELECT what, truth AS v, 1 AS a, 0 AS b FROM pair UNION ALL
	SELECT what, ours, 0, 1 FROM pair) GROUP BY what, v),
e AS (SELECT what, sum(1.0 * a * b) AS pe FROM margins GROUP BY what)
SELECT format('%-24s n %3d  agree %.3f  kappa %.3f', n.what, n.n, n.po,
	CASE WHEN e.pe = 1.0 * n.n * n.n THEN 1
	ELSE (n.po - e.pe / n.n / n.n) / (1 - e.pe / n.n / n.n) END)
FROM n JOIN e USING (what) ORDER BY n.what;
SELECT format('%-24s n %3d  unclear %d', 'needed', count(*),
	sum(ours = 'unclear')) FROM pair WHERE what = 'needed';
-- repeats: a pair of ticket and asking message; tickets; items
CREATE TABLE want AS SELECT DISTINCT t.key, r.value ->> 'asked_in' AS message,
	r.value ->> 'given_in' AS given, r.value ->> 'item' AS item
FROM truth t, json_each(t.j, '$.repeats') r;
CREATE TABLE got AS SELECT f.* FROM found f JOIN truth t USING (key)
	WHERE f.audit = 'repeat' AND f.code = 'repeat';
WITH w AS (SELECT DISTINCT key, message FROM want),
g AS (SELECT DISTINCT key, message FROM got),
b AS (SELECT * FROM w INTERSECT SELECT * FROM g)
SELECT format('%-24s precision %d/%d %.3f  recall %d/%d %.3f',
	'repeat.message', (SELECT count(*) FROM b), (SELECT count(*) FROM g),
	1.0 * (SELECT count(*) FROM b) / (SELECT count(*) FROM g),
	(SELECT count(*) FROM b), (SELECT count(*) FROM w),
	1.0 * (SELECT count(*) FROM b) / (SELECT count(*) FROM w));
WITH w AS (SELECT DISTINCT key FROM want), g AS (SELECT DISTINCT key FROM got),
b AS (SELECT * FROM w INTERSECT SELECT * FROM g)
SELECT format('%-24s precision %d/%d %.3f  recall %d/%d %.3f',
	'repeat.ticket', (SELECT count(*) FROM b), (SELECT count(*) FROM g),
	1.0 * (SELECT count(*) FROM b) / (SELECT count(*) FROM g),
	(SELECT count(*) FROM b), (SELECT count(*) FROM w),
	1.0 * (SELECT count(*) FROM b) / (SELECT count(*) FROM w));
SELECT format('%-24s wanted %d found %d', 'repeat.items',
	(SELECT count(*) FROM want), (SELECT count(*) FROM got));
SELECT format('%-24s tickets %d, with a finding %d', 'repeat.near-misses',
	count(*), sum(EXISTS (SELECT 1 FROM got g WHERE g.key = t.key)))
FROM truth t WHERE t.j ->> 'notes' LIKE 'near-miss%'
AND NOT EXISTS (SELECT 1 FROM want w WHERE w.key = t.key);
SELECT format('%-24s %d of %d', 'handoffs found', sum(EXISTS (SELECT 1
	FROM found f WHERE f.key = t.key AND f.audit = 'triggers')), count(*))
FROM truth t WHERE t.path = 'ai_to_human';
END
sed "s/:like/'$like'/" score.sql | sqlite3 :memory:
