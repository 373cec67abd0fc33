#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit wording and opening: which message decides, and what is quoted of
# it, where the rules alone do not say.
. "$(dirname "$0")/tap.sh"

# ticket ID SUBJECT MESSAGES: one handed over on 2 July.
ticket() {
	printf '{"id":"%s","subject":"%s","status":"solved","created":"2026-07-02T09:00:00Z","solved":"2026-07-02T12:00:00Z","language":"%s","messages":[%s]}\n' \
	    "$1" "$2" "${4:-en}" "$3"
}
said() { # ROLE MINUTE BODY
	printf '{"id":"m%s","role":"%s","at":"2026-07-02T09:%s:00Z","author":"%s","body":"%s"}' \
	    "$2" "$1" "$2" "$1" "$3"
}
noted() { # MINUTE ROLE BODY
	printf '{"id":"m%s","role":"%s","public":false,"kind":"note","at":"2026-07-02T09:%s:00Z","author":"%s","body":"%s"}' \
	    "$1" "$2" "$1" "$2" "$3"
}
# audited AUDIT: runs it over what stands on standard input
audited() {
	rm -f a.db
	hs-import -q -d a.db - > "$T_STATE/log"
	hs-tag -q -d a.db > "$T_STATE/log"
	t_run hs-escaudit "$1" -d a.db -c key,code,message,quote,given,reason
	t_status 0
}

damp=$(said customer 00 'The cellar of house 14b is damp since the storm, and the pump hums.')
stay=$(said ai 01 'Is the fuse of the pump in?')
yes=$(said customer 02 'It is in.')
bye=$(said ai 03 'I am passing you to a colleague.')
come=$(said agent 20 'I have sent a plumber.')

t_case 'the best of the last messages of the AI counts'
{
	ticket two Cellar "$damp,$(said ai 01 'Pumps are beyond what I can do, sorry.'),$(said ai 02 'I am passing you to a colleague.'),$come"
	ticket late Cellar "$damp,$bye,$(said customer 04 'When?'),$(said ai 05 'Within the hour. You will not have to explain anything again.'),$come"
	ticket early Cellar "$damp,$(said ai 01 'You will not have to explain anything again, whoever answers.'),$yes,$(said ai 03 'I am passing you to a colleague.'),$come"
} | audited wording
t_out <<'END'
generic:two	bare	2	I am passing you to a colleague	-	Only announces that a person takes over
generic:late	context-kept	3	will not have to explain anything again	-	The customer is told that nothing has to be said again
generic:early	bare	3	I am passing you to a colleague	-	Only announces that a person takes over
END

t_case 'a number of the customer in the sentence that hands over is context'
{
	ticket named Cellar "$damp,$(said ai 01 'I am passing house 14B to a colleague. Bye!'),$come"
	ticket apart Cellar "$damp,$(said ai 01 'So it is 14b. I am passing you to a colleague.'),$come"
} | audited wording
t_ok grep -q "^generic:named	context-kept	1	I am passing house 14B to a colleague\.	-	it names '14B', which the customer had given$" "$T_STATE/out"
t_ok grep -q '^generic:apart	bare	1	' "$T_STATE/out"

t_case 'silence quotes what was said last instead'
{
	ticket asked Cellar "$damp,$stay,$yes,$come"
	ticket note Cellar "$damp,$(said ai 01 'Open the valve.\nThen wait.'),$(noted 02 ai 'handed over to plumbing'),$come"
	ticket closed Cellar "$damp,$(said ai 01 'Our office is closed until Monday.'),$(said customer 02 'Oh dear'),$come"
} | audited wording
t_out <<'END'
generic:asked	silent	1	Is the fuse of the pump in?	-	no message to the customer announces it: the last one of the AI is a question
generic:note	silent	1	Open the valve.	-	no message to the customer announces it: the last one of the AI is an ordinary answer
generic:closed	dead-end	1	office is closed	-	Nobody is there, and what becomes of the request is not said
END

t_case 'an opening that asks for what was given says where it was'
ticket again Parcel "$(said customer 00 'My parcel PX-20931 is late.'),$bye,$(said agent 20 'Hello, what is your parcel number?')" |
    audited opening
t_out <<'END'
generic:again	asks-again	2	Hello, what is your parcel number?	0	it asks for what had been given: order-id
END

t_case 'words of the customer are compared, not in subjects or in what is asked of anybody'
{
	ticket taken Leak "$damp,$bye,$(said agent 20 'Hi. A pump that hums in a damp cellar runs dry.')"
	ticket number Leak "$damp,$bye,$(said agent 20 'Do you own all of 14b?')"
	ticket subject 'Damp cellar pump hums' "$damp,$bye,$(said agent 20 'Hi. A pump that hums in a damp cellar runs dry.')"
	ticket question Leak "$damp,$bye,$(said agent 20 'Hi. Does the pump in the damp cellar have a lid?')"
	ticket anybody Leak "$damp,$bye,$(said agent 20 'Hi. More details on the damp cellar and the pump, please?')"
	ticket article Leak "$damp,$bye,$(said agent 20 'Why a pump hums in a damp cellar: https://help.example.com/pumps')"
	ticket note Leak "$(said customer 00 'Water everywhere!'),$bye,$(noted 04 ai 'Cellar damp, pump hums.'),$(said agent 20 'A pump that hums in a damp cellar runs dry.')"
} | audited opening
cut -f 1-3 "$T_STATE/out" > got
cat > want <<'END'
generic:taken	acknowledges	2
generic:number	acknowledges	2
generic:subject	neutral	2
generic:question	acknowledges	2
generic:anybody	asks-again	2
generic:article	neutral	2
generic:note	acknowledges	3
END
t_same want got
t_ok grep -q "^generic:taken	.*	A pump that hums in a damp cellar runs dry\.	-	it takes up 'pump' and 3 more of what was told$" "$T_STATE/out"

t_case 'what cannot be measured'
{
	ticket suomi Kellari "$(said customer 00 'Kellari on kostea ja pumppu hurisee.'),$(said ai 01 'I am passing you to a colleague.'),$(said agent 20 'Hei, mika on talon numero?')" 'fi'
	ticket waiting Cellar "$damp,$bye"
} > in.ndjson
audited opening < in.ndjson
t_ok grep -q '^generic:suomi	not-measurable	' "$T_STATE/out"
t_ok test -z "$(grep 'waiting	[an]' "$T_STATE/out" | grep -v not-measurable)"
audited wording < in.ndjson
t_ok grep -q '^generic:suomi	not-measurable	' "$T_STATE/out"

t_case 'what the AI had alone has neither'
ticket alone Cellar "$damp,$(said ai 01 'Open the valve.'),$(said customer 02 'Dry now, thanks!')" > in.ndjson
audited wording < in.ndjson
t_ok test ! -s "$T_STATE/out"
audited opening < in.ndjson
t_ok test ! -s "$T_STATE/out"

t_done
