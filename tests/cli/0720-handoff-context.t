#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit handoff: what was told.  A sentence taken out of a note takes out
# the element that it told, and no other.
. "$(dirname "$0")/tap.sh"

period='--since 2000-01-01 --until 2100-01-01'
elements='identity account_status issue attempted sentiment page action'

# Tickets whose note has a sentence an element: whole, and without each.
# Standard input: the seven sentences, in the order of the elements.
tickets() { # LANGUAGE
	awk -v lang="$1" '
	function ticket(id, without,	i, note) {
		for (i = 1; i <= 7; i++)
			if (i != without)
				note = note (note == "" ? "" : sep) line[i]
		printf "{\"id\":\"%s\",\"subject\":\"Chat\",\"status\":\"solved\"," \
		    "\"created\":\"2026-07-01T09:00:00Z\"," \
		    "\"solved\":\"2026-07-01T11:00:00Z\",\"language\":\"%s\"," \
		    "\"channel\":\"chat\",\"messages\":[" \
		    "{\"role\":\"customer\",\"at\":\"2026-07-01T09:00:00Z\"," \
		    "\"body\":\"My order is late, the button on your page does nothing and my plan is paid\"}," \
		    "{\"role\":\"ai\",\"author\":\"bot\",\"at\":\"2026-07-01T09:01:00Z\"," \
		    "\"body\":\"I am passing you to a colleague.\"}," \
		    "{\"role\":\"ai\",\"author\":\"bot\",\"public\":false,\"kind\":\"note\"," \
		    "\"at\":\"2026-07-01T09:02:00Z\",\"body\":\"%s\"}," \
		    "{\"role\":\"agent\",\"author\":\"ann\",\"at\":\"2026-07-01T09:30:00Z\"," \
		    "\"body\":\"Your order leaves today.\"}]}\n", id, lang, note
	}
	{ line[NR] = $0 }
	END {
		sep = line[1] ~ /[.]$/ ? " " : "\\n"
		ticket("whole", 0)
		for (n = 1; n <= 7; n++)
			ticket("without-" n, n)
	}'
}

flips() { # LANGUAGE NAME
	t_case "$2: each sentence tells one element"
	tickets "$1" > in.ndjson
	rm -f a.db
	hs-import -q -d a.db in.ndjson > "$T_STATE/log"
	hs-tag -q -d a.db > "$T_STATE/log"
	# shellcheck disable=SC2086 # options
	hs-escaudit handoff -q -d a.db $period -c key,item,code > all.tsv
	awk '{ sub(/^[^:]*:/, "", $1); print $1, $2, $3 }' \
	    all.tsv | sort > got
	n=0
	for out in whole $elements; do
		for e in $elements; do
			code=present
			[ "$e" = "$out" ] && code=absent
			[ $n -eq 0 ] && id=whole || id=without-$n
			echo "$id $e $code"
		done
		n=$((n + 1))
	done | sort > want
	t_same want got
}

flips en 'labels' <<'END'
Customer: Ottilie Brandt
Plan: Silver, active
Issue: blinds of room 4 do not close
Steps tried: remote paired anew
Sentiment: annoyed
Page: My home, Blinds
Last action: pressed all down
END
flips en 'bullets' <<'END'
- **User**: p.lund@mill.example
- **Tier**: gold
- **Reason for contact**: moving the fitting
- **AI answer**: link to the form
- **Mood**: calm
- **URL**: https://mill.example/fitting
- **Last event**: form_sent
END
flips en 'prose' <<'END'
Written by Lotte Frisch.
She has the Comfort plan.
The boiler makes a loud noise.
I explained how to bleed it.
She sounds worried.
Was on the Repairs page.
Paid a deposit at 10:14.
END
flips de 'German' <<'END'
Kundin: Hanna Wiegand.
Tarif: Komfort.
Anliegen: Zählerstand nachtragen.
Bereits versucht: neue App.
Stimmung: gereizt.
Seite: Ablesung.
Letzte Aktion: Foto gesendet.
END
flips fr 'French' <<'END'
Client : Bruno Aubert.
Forfait : Essentiel.
Motif : badge de cave.
Déjà essayé : code provisoire.
Humeur : agacée.
Écran : profil.
Dernière action : demande de code.
END
flips es 'Spanish' <<'END'
Cliente: Rosa Ibarra.
Tarifa: Familiar.
Motivo: llave de la cancela.
Pasos realizados: reinicio.
Ánimo: tranquila.
Pantalla: accesos.
Última acción: solicitud de llave.
END

t_case 'words of the talk do not count, what the ticket has does'
cat > in.ndjson <<'END'
{"id":"a","subject":"Lift B stuck","status":"solved","created":"2026-07-01T09:00:00Z","solved":"2026-07-01T11:00:00Z","language":"en","channel":"chat","page":"https://lifts.example/b","action":"alarm_pressed","requester":"eva@lifts.example","account":"a1","tags":["sentiment_negative"],"fields":{"Plan":"Care"},"messages":[{"role":"customer","at":"2026-07-01T09:00:00Z","body":"Lift B is stuck, I pressed the alarm, order KX-5521"},{"role":"ai","author":"bot","at":"2026-07-01T09:01:00Z","body":"I am passing you to a colleague."},{"role":"agent","author":"ann","at":"2026-07-01T09:10:00Z","body":"Hello, this is Ann."},{"role":"agent","author":"ann","at":"2026-07-01T09:31:00Z","body":"The lift was reset and runs."}]}
{"id":"b","subject":"Chat","status":"solved","created":"2026-07-01T09:00:00Z","solved":"2026-07-01T11:00:00Z","language":"en","channel":"phone","messages":[{"role":"customer","at":"2026-07-01T09:00:00Z","body":"Eva Holm here, I am annoyed. Could somebody tell me when the hall opens? I have tried the bell"},{"role":"ai","author":"bot","at":"2026-07-01T09:01:00Z","body":"I am passing you to a colleague."},{"role":"agent","author":"ann","at":"2026-07-01T10:00:00Z","body":"The hall opens at eight."}]}
{"id":"c","subject":"Chat","status":"solved","created":"2026-07-01T09:00:00Z","solved":"2026-07-01T11:00:00Z","language":"en","channel":"chat","messages":[{"role":"customer","at":"2026-07-01T09:00:00Z","body":"My order kx-5521 is late"},{"role":"ai","author":"bot","at":"2026-07-01T09:01:00Z","body":"I am passing you to a colleague."},{"role":"ai","author":"bot","public":false,"kind":"note","at":"2026-07-01T09:02:00Z","body":"Reports that booking KX-5521 is late."},{"role":"agent","author":"ann","at":"2026-07-01T10:00:00Z","body":"It leaves today."},{"role":"agent","author":"ann","public":false,"kind":"note","at":"2026-07-01T10:05:00Z","body":"Customer: Eva Holm. Mood: calm."}]}
END
rm -f a.db
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"
# shellcheck disable=SC2086 # options
t_run hs-escaudit handoff -q -d a.db $period -f tsv \
    -c key,item,code,message,quote,given,given_in,given_quote,basis
t_status 0
t_out <<'END'
generic:a	identity	present	-	-	-	account record	-	account
generic:a	account_status	present	-	-	-	field Plan	Care	field
generic:a	issue	present	-	-	-	subject	Lift B stuck	subject
generic:a	attempted	absent	-	-	-	-	-	text
generic:a	sentiment	present	-	-	-	tag	sentiment_negative	tag
generic:a	page	present	-	-	-	page	https://lifts.example/b	page
generic:a	action	present	-	-	-	action	alarm_pressed	action
generic:b	identity	absent	-	-	-	-	-	text
generic:b	account_status	absent	-	-	-	-	-	text
generic:b	issue	absent	-	-	-	-	-	text
generic:b	attempted	absent	-	-	-	-	-	text
generic:b	sentiment	absent	-	-	-	-	-	text
generic:b	page	na	-	-	-	-	-	text
generic:b	action	na	-	-	-	-	-	text
generic:c	identity	absent	-	-	-	-	-	text
generic:c	account_status	absent	-	-	-	-	-	text
generic:c	issue	present	2	Reports that booking KX-5521 is late	0	-	kx-5521	note
generic:c	attempted	absent	-	-	-	-	-	text
generic:c	sentiment	absent	-	-	-	-	-	text
generic:c	page	absent	-	-	-	-	-	text
generic:c	action	absent	-	-	-	-	-	text
END

t_case 'the time to the first useful reply'
# shellcheck disable=SC2086 # options
t_run hs-escaudit handoff -q -d a.db $period --figures -f tsv --min-n 1 \
    -c metric,estimate,n
t_ok grep -q "$(printf '^useful_reply_s.incomplete\t3540\t3')" "$T_STATE/out"

t_done
