#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: tables that are told apart by their columns, and what a header that
# says too little makes it say.
. "$(dirname "$0")/tap.sh"

t_case 'messages whose role is called otherwise'
cat > m.csv <<'END'
Ticket ID,Sender,Message,Date
7,Customer,first,2026-03-01T09:00:00Z
7,Bot,answer,2026-03-01T09:00:05Z
7,Agent,last,2026-03-01T10:00:00Z
END
t_run hs-import -d m.db m.csv
t_status 0
t_sql m.db 'SELECT role, body FROM thread ORDER BY at' <<'END'
customer|first
ai|answer
agent|last
END

t_case 'ratings by ticket are answers to a survey, not tickets'
printf '%s\n' 'id,subject,status,created' '5,x,open,2026-03-01T09:00:00Z' > t.csv
printf '%s\n' 'ticket_id,rating,comment,created_at' \
    '5,5,good,2026-03-02T00:00:00Z' > s.csv
t_run hs-import -d s.db t.csv
t_run hs-import -d s.db s.csv
t_status 0
t_sql s.db 'SELECT count(*), max(csat) FROM tickets' <<'END'
1|1.0
END

t_case 'drafts are drafts'
printf '%s\n' 'ticket,at,draft,sent' '5,2026-03-02T00:00:00Z,one,one' > g.csv
t_run hs-import -d s.db g.csv
t_status 0
t_sql s.db 'SELECT outcome FROM suggestion' <<'END'
unchanged
END

t_case 'a header without an id'
printf '%s\n' 'Konto;Betreff' '17;Rechnung' > de.csv
t_run hs-import -d de.db de.csv
t_status 3
t_err "^hs-import: de.csv: no column is known as the id: say 'id = NAME' in a --map file; there are 'Konto', 'Betreff'\$"
printf '%s\n' 'key,issue' 'generic:5,late' > labels.csv
t_run hs-import -d s.db labels.csv
t_status 3
t_err "a file of labels needs --labels"

t_case 'what is said of accounts, and nobody reads'
printf '%s\n' 'id,name,plan,MRR (EUR)' 'A1,Acme,free,100' > a.csv
t_run hs-import -d a.db a.csv
t_status 0
t_ok grep -qxF "hs-import: a.csv: not read, say 'mrr = NAME' or the like in a --map file: 'MRR (EUR)'" "$T_STATE/err"

t_case 'a currency whose amounts are rejected does not name the others'
printf '%s\n' 'id,name,mrr,currency' 'A1,Acme,12000,USD' > usd.csv
printf '%s\n' 'id,name,mrr,currency' 'A1,Acme,12000,EUR' > eur.csv
t_run hs-import -d fx.db usd.csv
t_run hs-import -d fx.db eur.csv
t_status 3
t_sql fx.db "SELECT name, value FROM account_fact ORDER BY 1" <<'END'
currency|USD
mrr|12000
END

t_case 'a year that cannot be'
printf '%s\n' 'id,subject,status,created' '6,x,open,2206-01-05T00:00:00Z' > y.csv
t_run hs-import -d s.db y.csv
t_status 3
t_err "^hs-import: y.csv:2: created: bad time '2206-01-05T00:00:00Z': after 2100\$"

t_case 'solved, and nothing says when'
cat > w.csv <<'END'
id,subject,status,created,conversation first closed at
1,a,solved,2026-03-01T10:00:00Z,
2,b,closed,2026-03-01T10:00:00Z,2026-03-01T14:00:00Z
END
t_run hs-import -d w.db w.csv
t_status 0
t_sql w.db 'SELECT ext_id, solved - created, first_solved - created,
    solved_basis FROM tickets ORDER BY 1' <<'END'
1|0|0|assumed
2|14400|14400|status
END

t_case 'a ticket as this toolkit shows it is no issue of Jira'
t_run hs-show -d s.db -f json generic:5
cp "$T_STATE/out" shown.json
t_run hs-import -d shown.db shown.json
t_sql shown.db "SELECT count(*) FROM ticket t JOIN source s ON s.id = t.source
    WHERE s.name = 'jira'" <<'END'
0
END
t_done
