#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-sample score: how right the tags of a sample were.
. "$(dirname "$0")/tap.sh"

# Tickets 1 .. n, and a sample of all of them whose frame is told to be larger.
awk 'BEGIN { for (i = 1; i <= 420; i++)
	printf "{\"id\":%d,\"status\":\"solved\",\"created\":%d,\"solved\":%d,\"messages\":[{\"id\":\"a\",\"role\":\"customer\",\"at\":%d,\"body\":\"ticket number %d\"}]}\n",
	    i, 1767600000 + i, 1767610000 + i, 1767600000 + i, i }' > in.ndjson
hs-import -q -d blank.db --source x in.ndjson > "$T_STATE/log"

# fill DB: a sample from lines "stratum emotion-tag answer tickets" on stdin, of
# strata with N as in the operands
fill() {
	db=$1
	shift
	cp blank.db "$db"
	{
		echo "INSERT INTO sample (id, name, seed, frame, strata, twice)
		    VALUES (1, 'r', 's', 'f', '', 0);"
		h=0
		for n; do
			echo "INSERT INTO sample_stratum VALUES (1, $h,
			    'h$h', 'unknown', $n, $n);"
			h=$((h + 1))
		done
		awk '{
			for (i = 0; i < $4; i++) {
				k++
				tag = $2 == "-" ? "NULL" : "\047" $2 "\047"
				printf "INSERT INTO sample_ticket (sample, ticket, stratum, place, twice, at, emotion, kept, ai) SELECT 1, id, %d, %d, 0, %d, %s, 0, 0 FROM ticket WHERE ext_id = \047%d\047;\n",
				    $1, k, k, tag, k
				if ($3 != "-")
					printf "INSERT INTO review SELECT 1, id, \047ann\047, \047emotion\047, \047%s\047 FROM ticket WHERE ext_id = \047%d\047;\n",
					    $3, k
			}
		}'
	} | sqlite3 "$db"
}

# counts DB: how the frame was tagged, "stratum value tickets" on stdin
counts() {
	awk '{ printf "INSERT INTO sample_count VALUES (1, %d, \047emotion\047, \047%s\047, %d, 0.0, 0, 0, 0, 0);\n", $1, $2, $3 }' |
	    sqlite3 "$1"
}

t_case 'two strata: precision by Wilson with finite population, recall by MOVER-R'
fill a.db 5400 6600 <<'END'
0 frustrated frustrated 109
0 frustrated neutral 11
1 neutral frustrated 14
1 neutral neutral 266
END
counts a.db <<'END'
0 frustrated 5400
1 neutral 6600
END
t_run hs-sample score -d a.db --dimension emotion --figures
t_status 0
t_err ''
t_out <<'END'
metric	segment	estimate	lo	hi	x	n	N	method	definition	status
score.precision	dimension=emotion,value=neutral	0.950000	0.918667	0.969661	266	280	6600	mover	tag_review	ESTIMATED
score.recall	dimension=emotion,value=neutral	0.926829	0.881526	0.956925	266	277	12000	mover-r	tag_review	ESTIMATED
score.f1	dimension=emotion,value=neutral	0.938272	-	-	266	277	12000	point	tag_review	ESTIMATED
score.precision	dimension=emotion,value=frustrated	0.908333	0.844157	0.947718	109	120	5400	mover	tag_review	ESTIMATED
score.recall	dimension=emotion,value=frustrated	0.936963	0.900778	0.960832	109	123	12000	mover-r	tag_review	ESTIMATED
score.f1	dimension=emotion,value=frustrated	0.922426	-	-	109	123	12000	point	tag_review	ESTIMATED
score.unclear	dimension=emotion	0	-	-	-	400	12000	count	tag_review	MEASURED
score.high_stakes_tagged_neutral	dimension=emotion	0.000000	0.000000	0.007133	0	280	12000	mover	tag_review	ESTIMATED
END
t_run hs-sample score -d a.db --dimension emotion -f table
t_out <<'END'
tag                 tagged    n   prec   p_lo   p_hi  recall   r_lo   r_hi
emotion=neutral       6600  280  0.950  0.919  0.970   0.927  0.882  0.957
emotion=frustrated    5400  120  0.908  0.844  0.948   0.937  0.901  0.961
END
t_ok awk 'length > 80 { exit 1 }' "$T_STATE/out"

t_case 'an analyst has the same from the view'
t_sql a.db "SELECT printf('%.6f', sum(weight * (human = 'frustrated')) / sum(weight))
    FROM tag_review WHERE dimension = 'emotion' AND machine = 'frustrated'" precision <<'END'
0.908333
END
t_sql a.db "SELECT printf('%.6f', sum(weight * (machine = 'frustrated')) / sum(weight))
    FROM tag_review WHERE dimension = 'emotion' AND human = 'frustrated'" recall <<'END'
0.936963
END

t_case 'machine by human, in tickets of the frame'
t_run hs-sample score -d a.db --dimension emotion --confusion
t_out <<'END'
dimension	machine	human	tickets	share	n
emotion	neutral	neutral	6270.0	0.9500	266
emotion	neutral	frustrated	330.0	0.0500	14
emotion	frustrated	neutral	495.0	0.0917	11
emotion	frustrated	frustrated	4905.0	0.9083	109
END

t_run hs-sample score -d a.db --dimension emotion --confusion -f table
t_ok grep -qx 'high-stakes tagged neutral: 0.0 % of all tickets \[0.0, 0.7\], 0 of 280 reviewed' "$T_STATE/out"

t_case 'the first reviewer is the same for a tag and for the verdict'
fill who.db 100 <<'END'
0 neutral - 3
END
sqlite3 who.db "INSERT INTO review SELECT 1, ticket, 'ann', 'emotion', 'neutral'
    FROM sample_ticket WHERE place <= 2;
INSERT INTO review SELECT 1, ticket, 'bob', 'note', 'so' FROM sample_ticket;
INSERT INTO review SELECT 1, ticket, 'bob', 'emotion', 'frustrated'
    FROM sample_ticket WHERE place = 1;
INSERT INTO verdict SELECT sample, ticket, reviewer, 'human', 0 FROM review
    WHERE question = 'emotion'"
t_sql who.db "SELECT t.place, j.reviewer, r.reviewer FROM judged j
    JOIN reviewed r USING (sample, ticket) JOIN sample_ticket t USING (sample, ticket)
    WHERE r.question = 'emotion' ORDER BY 1" <<'END'
1|bob|bob
2|ann|ann
END

t_case 'a dimension nobody was asked for has no row'
t_run hs-sample score -d a.db -c tag
t_status 0
t_err '^hs-sample: nobody was asked for complexity in r$'
t_err '^hs-sample: nobody was asked for ceiling in r$'
t_out <<'END'
tag
emotion=neutral
emotion=frustrated
END

t_case 'strata that both values share; recall is not what unweighted counts give'
# tagged: 40 of 50 and 10 of 20 right; untagged: 2 of 40 and 5 of 10 missed
fill b.db 1000 3000 <<'END'
0 frustrated frustrated 40
0 frustrated neutral 10
0 - frustrated 2
0 - neutral 38
1 frustrated frustrated 10
1 frustrated neutral 10
1 - frustrated 5
1 - neutral 5
END
counts b.db <<'END'
0 frustrated 100
0 unknown 900
1 frustrated 300
1 unknown 2700
END
# precision (100 .8 + 300 .5) / 400; recall 230 / (230 + 900 .05 + 2700 .5)
t_run hs-sample score -d b.db --dimension emotion -c tag,tagged,n,prec,recall,f1,status
t_out <<'END'
tag	tagged	n	prec	recall	f1	status
emotion=neutral	0	0	-	-	-	SUPPRESSED
emotion=frustrated	400	70	0.575	0.142	0.227	ESTIMATED
END
t_sql b.db "SELECT printf('%.3f', (SELECT sum(weight * (human = 'frustrated'))
	FROM tag_review WHERE machine = 'frustrated')
    / (SELECT sum(weight) FROM tag_review WHERE human = 'frustrated'))" recall <<'END'
0.142
END
t_run hs-sample score -d b.db --dimension emotion --confusion
t_out <<'END'
dimension	machine	human	tickets	share	n
emotion	frustrated	neutral	170.0	0.4250	20
emotion	frustrated	frustrated	230.0	0.5750	50
emotion	unknown	neutral	2205.0	0.6125	43
emotion	unknown	frustrated	1395.0	0.3875	7
END

t_case 'unclear is counted, left out, and bounded'
fill c.db 200 200 <<'END'
0 frustrated frustrated 15
0 frustrated neutral 5
0 frustrated unclear 5
1 neutral frustrated 5
1 neutral neutral 15
1 neutral unclear 10
END
counts c.db <<'END'
0 frustrated 200
1 neutral 200
END
# precision 15/20, 15/25 .. 20/25; recall .75 / (.75 + .25), .6 / (.6 + .5) ..
# .8 / (.8 + 5/30)
t_run hs-sample score -d c.db --dimension emotion -c tag,n,right,unclear,prec,recall,p_min,p_max,r_min,r_max
t_out <<'END'
tag	n	right	unclear	prec	recall	p_min	p_max	r_min	r_max
emotion=neutral	20	15	15	0.750	0.750	0.500	0.833	0.556	0.806
emotion=frustrated	20	15	15	0.750	0.750	0.600	0.800	0.545	0.828
END
t_run hs-sample score -d c.db --dimension emotion --figures -c metric,segment,estimate,n,method
t_ok grep -q '^score.unclear	dimension=emotion	15	55	count$' "$T_STATE/out"
t_ok grep -q '^score.recall.min	dimension=emotion,value=frustrated	0.545455	55	unclear-bound$' "$T_STATE/out"

t_case 'a value with few reviewed is not told, unless asked'
fill d.db 100 100 <<'END'
0 frustrated frustrated 4
1 neutral neutral 30
END
counts d.db <<'END'
0 frustrated 100
1 neutral 100
END
t_run hs-sample score -d d.db --dimension emotion -c tag,n,prec,p_lo,status
t_out <<'END'
tag	n	prec	p_lo	status
emotion=neutral	30	1.000	0.917	ESTIMATED
emotion=frustrated	4	-	-	SUPPRESSED
END
t_run hs-sample score -d d.db --dimension emotion --min-n 4 -c tag,n,prec,status
t_out <<'END'
tag	n	prec	status
emotion=neutral	30	1.000	ESTIMATED
emotion=frustrated	4	1.000	ESTIMATED
END

t_case 'small cells are put together'
awk 'BEGIN { for (h = 0; h < 10; h++) {
	print h, "frustrated", "frustrated", 2
	print h, "frustrated", "neutral", 1 } }' |
    fill e.db 100 100 100 100 100 100 100 100 100 100
awk 'BEGIN { for (h = 0; h < 10; h++) print h, "frustrated", 100 }' | counts e.db
t_run hs-sample score -d e.db --dimension emotion -c tag,n,prec,p_lo,p_hi
cp "$T_STATE/out" pooled
sqlite3 e.db 'UPDATE sample_ticket SET stratum = 0;
    UPDATE sample_stratum SET N = CASE stratum WHEN 0 THEN 1000 ELSE 0 END;
    UPDATE sample_count SET n = CASE stratum WHEN 0 THEN 1000 ELSE 0 END'
t_run hs-sample score -d e.db --dimension emotion -c tag,n,prec,p_lo,p_hi
t_same pooled "$T_STATE/out" 'as if they were one'

t_case 'the ceiling, by verdicts'
sqlite3 a.db "UPDATE sample_stratum SET ceiling = CASE stratum WHEN 0 THEN 'yes' ELSE 'no' END;
    INSERT INTO sample_count SELECT sample, stratum, 'ceiling', ceiling, N, 0.0, 0, 0, 0, 0
	FROM sample_stratum;
    INSERT INTO verdict SELECT sample, ticket, reviewer,
	CASE value WHEN 'frustrated' THEN 'automate' ELSE 'human' END, 0 FROM review;"
t_run hs-sample score -d a.db --dimension ceiling -c tag,tagged,n,prec,p_lo,p_hi,recall
t_out <<'END'
tag	tagged	n	prec	p_lo	p_hi	recall
ceiling=yes	5400	120	0.908	0.844	0.948	0.937
ceiling=no	6600	280	0.950	0.919	0.970	0.927
END
t_sql a.db "SELECT count(*), printf('%.1f', sum(weight)) FROM tag_review WHERE dimension = 'ceiling'" view <<'END'
400|12000.0
END

t_case 'questions: the share of each answer, weighted'
# leak: 10 of 120 in a stratum of 5400, none of 280 in one of 6600
sqlite3 a.db "INSERT INTO review SELECT t.sample, t.ticket, 'ann', 'leak',
	CASE WHEN t.place <= 10 THEN 'yes' ELSE 'no' END FROM sample_ticket t;
    INSERT INTO review SELECT t.sample, t.ticket, 'ann', 'ai_correct',
	CASE WHEN t.place <= 20 THEN 'unclear' WHEN t.place <= 50 THEN 'yes'
	ELSE 'no' END FROM sample_ticket t WHERE t.place <= 80"
t_run hs-sample score -d a.db --dimension leak --dimension ai_correct --figures -c metric,segment,estimate,x,n,status
t_err ''
t_out <<'END'
metric	segment	estimate	x	n	status
review.ai_correct	answer=yes	0.500000	30	60	ESTIMATED
review.ai_correct	answer=no	0.500000	30	60	ESTIMATED
review.leak	answer=yes	0.037500	10	400	ESTIMATED
review.leak	answer=no	0.962500	390	400	ESTIMATED
END
t_run hs-sample score -d a.db -q -f table --dimension leak --dimension emotion
t_out <<'END'
tag                 tagged    n   prec   p_lo   p_hi  recall   r_lo   r_hi
emotion=neutral       6600  280  0.950  0.919  0.970   0.927  0.882  0.957
emotion=frustrated    5400  120  0.908  0.844  0.948   0.937  0.901  0.961

tag         n  share   s_lo   s_hi  status
leak=yes  400  0.037  0.021  0.066  ESTIMATED
leak=no   400  0.963  0.934  0.979  ESTIMATED
END
t_run hs-sample score -d a.db -f table --dimension leak -o leak.txt
t_status 0
t_ok test "$(head -c 4 leak.txt)" = 'tag '

t_case 'a table leaves rare types out, and says how many'
sqlite3 c.db "INSERT INTO review SELECT sample, ticket, reviewer, 'issue', 'a' FROM review;
    INSERT INTO sample_count VALUES (1, 0, 'issue', 'a', 150, 0.0, 0, 0, 0, 0),
	(1, 0, 'issue', 'b', 20, 0.0, 0, 0, 0, 0), (1, 0, 'issue', 'c', 30, 0.0, 0, 0, 0, 0),
	(1, 1, 'issue', 'unknown', 200, 0.0, 0, 0, 0, 0);
    UPDATE sample_ticket SET issue = CASE WHEN place <= 20 THEN 'a'
	WHEN place <= 23 THEN 'b' WHEN place <= 25 THEN 'c' END"
t_run hs-sample score -d c.db --dimension issue -f table
t_out <<'END'
tag      tagged   n   prec   p_lo   p_hi  recall   r_lo   r_hi
issue=a     150  20  1.000  0.856  1.000   0.375  0.339  0.397
and 2 types with fewer than 5 reviewed tickets
END
t_run hs-sample score -d c.db --dimension issue -c tag,n,status
t_out <<'END'
tag	n	status
issue=a	20	ESTIMATED
issue=c	2	SUPPRESSED
issue=b	3	SUPPRESSED
END

t_case 'what cannot be asked for'
for wrong in '--dimension mood' '--dimension note' '--min-n 0' '--figures --confusion' 'x:1'; do
	# shellcheck disable=SC2086 # words
	t_run hs-sample score -d a.db $wrong
	t_status 2
done
t_run hs-sample score -d blank.db
t_status 2
t_run hs-sample score -d a.db --sample nothing
t_status 2

t_case 'nobody has reviewed'
cp a.db fresh.db
sqlite3 fresh.db 'DELETE FROM review; DELETE FROM verdict'
t_run hs-sample score -d fresh.db -c tag
t_status 0
echo 'hs-sample: nobody has reviewed r yet; hs-sample list shows the samples, --sample names another' | t_err_is

t_done
