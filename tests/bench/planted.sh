#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How the clusters of a database agree with the macros of planted.awk, over
# pairs of tickets: planted.sh DB
set -eu
sqlite3 -separator ' ' "$1" "
CREATE TEMP TABLE a AS SELECT substr(ext_id, 1, instr(ext_id, '-') - 1) AS macro,
	coalesce(cluster, key) AS cluster, cluster IS NOT NULL AS found,
	pattern_basis IS 'cluster' AND pattern IS 'repeatable' AS repeatable
FROM tickets;
CREATE TEMP TABLE pairs AS SELECT
	(SELECT sum(n * (n - 1) / 2.0) FROM (SELECT count(*) AS n FROM a
		WHERE macro <> 'closer' GROUP BY macro)) AS planted,
	(SELECT sum(n * (n - 1) / 2.0) FROM (SELECT count(*) AS n FROM a
		GROUP BY cluster)) AS found,
	(SELECT sum(n * (n - 1) / 2.0) FROM (SELECT count(*) AS n FROM a
		WHERE macro <> 'closer' GROUP BY macro, cluster)) AS both;
SELECT 'precision', printf('%.3f', both / max(found, 1)) FROM pairs
UNION ALL SELECT 'recall', printf('%.3f', both / planted) FROM pairs
UNION ALL SELECT 'f1', printf('%.3f', 2 * both / (planted + found)) FROM pairs
UNION ALL SELECT 'closers', sum(found OR repeatable) FROM a
	WHERE macro = 'closer'
UNION ALL SELECT 'repeatable', printf('%.3f', avg(repeatable)) FROM a
	WHERE macro <> 'closer'"
