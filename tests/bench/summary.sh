#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Summaries that real AI agents wrote as they handed over, against what is known
# of them:
#   summary.sh BINDIR EVAL WORKDIR
# Each is imported as a private note of the AI behind its talk.  The label says
# whether it has an identifier of the talk; so do the findings, by the words that
# the customer had given.  Prints how many agree, and what else they hold.
set -eu
bin=$1
eval=$2
dir=$3
PATH=$bin:$PATH
mkdir -p "$dir"
cd "$dir"
rm -f summary.db*
zcat "$eval/tau_handoffs.train.ndjson.gz" >tickets
zcat "$eval/tau_handoffs.train.labels.ndjson.gz" >labels
# 'at' of the note: that of the last message, behind which it stands
sqlite3 :memory: 'CREATE TABLE ticket (j)' 'CREATE TABLE label (j)' \
    '.mode ascii' '.separator "\037" "\n"' '.import tickets ticket' \
    '.import labels label' "SELECT json_object('id', t.j ->> 'id',
	'created_at', t.j ->> 'created_at', 'messages',
	json((SELECT json_group_array(json(value)) FROM (
		SELECT value FROM json_each(t.j, '\$.messages')
		WHERE key <= l.j ->> '\$.handoff.after_message'
		UNION ALL SELECT json_object('role', 'ai', 'body',
			'I am passing you to a colleague.', 'at', m.at)
		UNION ALL SELECT json_object('role', 'ai', 'public', 0,
			'kind', 'note', 'body', l.j ->> '\$.handoff.summary',
			'at', m.at)
		UNION ALL SELECT json_object('role', 'agent', 'body',
			'I have this now.', 'at', m.at)))))
	FROM label l JOIN ticket t ON t.j ->> 'id' = l.j ->> 'id'
	JOIN (SELECT x.j ->> 'id' AS id, max(value ->> 'at') AS at
		FROM ticket x, json_each(x.j, '\$.messages') GROUP BY 1) m
	ON m.id = t.j ->> 'id'
	WHERE l.j ->> '\$.handoff.summary' IS NOT NULL" >summary.ndjson
hs-import -q -d summary.db --source s summary.ndjson >/dev/null
hs-tag -q -d summary.db >/dev/null
hs-escaudit handoff -q -d summary.db --since 2023-01-01 --until 2027-01-01 \
    -c key,item,code,given,basis >found
sqlite3 summary.db 'CREATE TEMP TABLE label (j)' \
    'CREATE TEMP TABLE found (key, item, code, given, basis)' '.mode ascii' \
    '.separator "\037" "\n"' '.import labels label' \
    '.separator "\t" "\n"' '.import found found' '.separator " " "\n"' \
    "WITH both AS (
	SELECT j ->> '\$.labels.context.summary_has_identifier' AS truth,
	EXISTS (SELECT 1 FROM found WHERE key = 's:' || (j ->> 'id')
		AND basis = 'note' AND given <> '-') AS told
	FROM label WHERE truth IS NOT NULL)
    SELECT printf('identifier %d of %d agree %.3f (both %d, only label %d, only found %d)',
	sum(truth = told), count(*), avg(truth = told), sum(truth AND told),
	sum(truth AND NOT told), sum(told AND NOT truth)) FROM both" \
    "SELECT printf('%s in %d of %d summaries', item,
	sum(code = 'present' AND basis = 'note'), count(*))
	FROM found GROUP BY item ORDER BY item"
