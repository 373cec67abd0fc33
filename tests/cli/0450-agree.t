#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-sample agree: how far reviewers agree, and the machine with them.
. "$(dirname "$0")/tap.sh"

awk 'BEGIN { for (i = 1; i <= 150; i++)
	printf "{\"id\":%d,\"status\":\"solved\",\"created\":%d,\"solved\":%d,\"messages\":[{\"id\":\"a\",\"role\":\"customer\",\"at\":%d,\"body\":\"ticket number %d\"}]}\n",
	    i, 1767600000 + i, 1767610000 + i, 1767600000 + i, i }' > in.ndjson
hs-import -q -d a.db --source x in.ndjson > "$T_STATE/log"
sqlite3 a.db "INSERT INTO sample (id, name, seed, frame, strata, twice)
	VALUES (1, 'r', 's', 'f', '', 0);
    INSERT INTO sample_stratum VALUES (1, 0, 'all', 'unknown', 150, 150);
    INSERT INTO sample_ticket (sample, ticket, stratum, place, twice, at,
	complexity, kept, ai)
	SELECT 1, id, 0, id, 0, id, CASE WHEN CAST(ext_id AS INTEGER) <= 40 THEN 'low' END, 0, 0
	FROM ticket;"

# answers QUESTION: "reviewer answer ..." of the tickets from 1 on, "." for none
answers() {
	awk -v q="$1" '{ for (i = 2; i <= NF; i++) if ($i != ".")
		printf "INSERT INTO review SELECT 1, id, \047%s\047, \047%s\047, \047%s\047 FROM ticket WHERE ext_id = \047%d\047;\n",
		    $1, q, $i, i - 1 }' | sqlite3 a.db
}

# pairs QUESTION: lines "answer-of-ann answer-of-bob tickets"
pairs() {
	awk '{ for (i = 0; i < $3; i++) { a = a " " $1; b = b " " $2 } }
	END { print "ann" a; print "bob" b }' | answers "$1"
}

t_case 'nobody was asked'
t_run hs-sample agree -d a.db
t_status 0
t_err 'how far people agree is not known$'

t_case 'one reviewer: the machine alone'
# low by both 30, of 50; the machine says nothing of the last ten
awk 'BEGIN { printf "ann"; for (i = 1; i <= 50; i++) printf " %s", i <= 30 ? "low" : "high"; print "" }' |
    answers complexity
t_run hs-sample agree -d a.db -c question,between,n,raw,metric
t_err 'how far people agree is not known$'
t_out <<'END'
question	between	n	raw	metric
complexity	machine	50	0.600	ordinal
END

t_case 'two of them: kappa as by hand, and no second row for all'
pairs leak <<'END'
yes yes 20
yes no 5
no yes 10
no no 15
END
t_run hs-sample agree -d a.db --dimension leak --figures
t_status 0
t_err ''
cut -f 1-4,7,11 "$T_STATE/out" > got
sed -n '1,2p;3p' got > "$T_STATE/out"
t_out <<'END'
metric	segment	estimate	lo	n	status
agree.raw	question=leak,between=ann-bob	0.700000	0.562496	50	MEASURED
agree.kappa	question=leak,between=ann-bob	0.400000	0.151092	50	MEASURED
END

t_case 'raw agreement misleads where one answer is rare; AC1 beside kappa'
pairs ai_correct <<'END'
yes yes 118
yes no 5
no yes 2
END
t_run hs-sample agree -d a.db --dimension ai_correct -c n,raw,kappa,ac1,note
t_out <<'END'
n	raw	kappa	ac1	note
125	0.944	-0.023	0.942	-
END

t_case 'no variation is no agreement of 1'
pairs asked_repeat <<'END'
no no 30
END
t_run hs-sample agree -d a.db --dimension asked_repeat -c n,raw,kappa,alpha,ac1,note
t_out <<'END'
n	raw	kappa	alpha	ac1	note
30	1.000	-	-	-	no variation
END
t_run hs-sample agree -d a.db --dimension asked_repeat --figures -c metric,estimate,status
t_ok grep -q '^agree.alpha	-	NOT-MEASURABLE$' "$T_STATE/out"
t_ok grep -q '^agree.raw	1.000000	MEASURED$' "$T_STATE/out"

t_case 'unclear is an answer, but has no rank'
pairs emotion <<'END'
neutral neutral 10
frustrated frustrated 10
high-stakes frustrated 4
unclear neutral 6
END
t_run hs-sample agree -d a.db --dimension emotion --figures -c metric,segment,estimate,n,method
t_out <<'END'
metric	segment	estimate	n	method
agree.raw	question=emotion,between=ann-bob	0.666667	30	wilson
agree.kappa	question=emotion,between=ann-bob	0.500000	30	cohen
agree.kappa_linear	question=emotion,between=ann-bob	0.744681	24	cohen-linear
agree.alpha	question=emotion,between=ann-bob	0.896149	24	krippendorff-ordinal
agree.ac1	question=emotion,between=ann-bob	0.576670	30	gwet
END

t_case 'more than two reviewers: each pair, and all of them (Krippendorff 2011: .743)'
answers issue <<'END'
ann a b c c b a d a b . . .
bob a b c c b b d a b e . c
cat . c c c b c d b b e a .
dan a b c c b d d a b e a .
END
t_run hs-sample agree -d a.db --dimension issue -c question,between,n,kappa,alpha
t_out <<'END'
question	between	n	kappa	alpha
issue	ann-bob	9	0.845	0.852
issue	ann-cat	8	0.478	0.489
issue	ann-dan	9	0.850	0.857
issue	bob-cat	9	0.542	0.557
issue	bob-dan	10	0.870	0.876
issue	cat-dan	10	0.615	0.627
issue	all	11	-	0.743
END
t_run hs-sample agree -d a.db -v -c question
t_err 'people agree least on ai_correct, alpha -0\.02: settle'

t_case 'the same numbers again'
hs-sample agree -d a.db > one
hs-sample agree -d a.db > two
t_same one two
t_run hs-sample agree -d a.db -f table
t_ok awk 'length > 80 { exit 1 }' "$T_STATE/out"

t_ok grep -q '^- undefined: no variation' "$T_STATE/out"

t_done
