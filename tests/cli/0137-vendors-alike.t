#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What every vendor's records are read for in one way.
. "$(dirname "$0")/tap.sh"

t_case 'ids that a tool held as floats, wherever they stand'
cat > floats.ndjson <<'END'
{"id":11.0,"subject":"Printer","status":2,"priority":1,"source":1,"requester_id":5101.0,"responder_id":61.0,"company_id":41.0,"group_id":7.0,"description_text":"It burns","created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z","conversations":[{"id":12.0,"incoming":false,"private":false,"user_id":61.0,"body_text":"Hello","created_at":"2026-01-05T11:00:00Z"}]}
{"id":61.0,"object_type":"Ticket","object_id":31.0,"type":"ticket-assigned","user_id":8.0,"data":{"assignee_user_id":9.0},"created_datetime":"2026-01-05T10:00:00"}
{"type":"conversation","id":"21.0","created_at":1767607200,"updated_at":1767607200,"state":"open","admin_assignee_id":0.0,"team_assignee_id":5.0,"contacts":{"contacts":[{"id":"71.0","companies":{"data":[{"id":"81.0"}]}}]},"source":{"id":"22.0","body":"Hi","author":{"type":"user","id":"71.0"}}}
{"id":14.0,"number":"22001","group_id":1.0,"state_id":2,"customer_id":33.0,"owner_id":1.0,"organization_id":3.0,"title":"Door","created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
{"id":51.0,"number":7,"mailboxId":4.0,"status":"active","subject":"Bill","createdAt":"2026-01-05T10:00:00Z","userUpdatedAt":"2026-01-05T10:00:00Z","primaryCustomer":{"id":52.0},"assignee":{"id":53.0}}
END
t_run hs-import -d a.db floats.ndjson
t_status 0
t_sql a.db "SELECT s.name || ':' || t.ext_id, t.requester, t.assignee, t.account, t.team
	FROM ticket t JOIN source s ON s.id = t.source ORDER BY 1" <<'END'
freshdesk:11|5101|61|41|7
gorgias:31|NULL|NULL|NULL|NULL
helpscout:51|customer:52|53|NULL|4
intercom:21|71|NULL|81|5
zammad:14|33|NULL|3|1
END
t_sql a.db "SELECT e.ext_id, actor, new FROM event e" <<'END'
61|8|9
END
t_sql a.db "SELECT ext_id, author FROM message ORDER BY ext_id" <<'END'
#description|5101
12|61
22|71
END
t_case 'tags that are gone, and what is no list of tags'
cat > tags.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"status":"open","tags":["a","b"],"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"status":"open","tags":[],"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-06T10:00:00Z"}
{"url":"https://acme.zendesk.com/api/v2/tickets/2.json","id":2,"status":"open","tags":{"a":["b"]},"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
{"id":3,"subject":"Printer","status":2,"priority":1,"source":1,"tags":["x",["y"],null,7],"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
END
t_run hs-import -d tags.db tags.ndjson
t_status 0
t_sql tags.db "SELECT ext_id, tags FROM ticket ORDER BY 1" <<'END'
1|NULL
2|NULL
3|["x","7"]
END
t_done
