-- A copy for others: no text, no names, no addresses, and ids as tokens of a
-- key that is thrown away.  Words that ten requesters share stay: the tags of
-- the helpdesk, and the values of fields.
CREATE TEMP TABLE common_tag (tag TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE common_field (name TEXT, value, PRIMARY KEY (name, value))
	WITHOUT ROWID;
INSERT INTO common_tag SELECT j.value FROM ticket t, json_each(t.tags) j
	WHERE t.tags IS NOT NULL AND j.value IS NOT NULL
	GROUP BY j.value HAVING count(DISTINCT
		coalesce(t.source || ' ' || t.requester, 't' || t.id)) >= 10;
INSERT INTO common_field SELECT j.key, j.atom
	FROM ticket t, json_each(t.fields) j
	WHERE t.fields IS NOT NULL AND j.atom IS NOT NULL
	GROUP BY j.key, j.atom HAVING count(DISTINCT
		coalesce(t.source || ' ' || t.requester, 't' || t.id)) >= 10;
DELETE FROM message_text;
UPDATE ticket SET ext_id = token(ext_id),
	subject = CASE WHEN subject <> '' THEN '[redacted]' END,
	assignee = token(assignee), requester = token(requester),
	account = token(account), brand = token(brand), form = token(form),
	page = NULL, action = NULL, link = NULL, csat_raw = NULL,
	tags = (SELECT json_group_array(j.value) FROM json_each(ticket.tags) j
		WHERE j.value IN (SELECT tag FROM common_tag)
		OR lower(j.value) IN (SELECT name FROM flag_tag)),
	fields = nullif((SELECT json_group_object(j.key, CASE j.type
			WHEN 'true' THEN json('true')
			WHEN 'false' THEN json('false') ELSE j.atom END)
		FROM json_each(ticket.fields) j JOIN common_field c
		ON c.name = j.key AND c.value = j.atom), '{}');
UPDATE ticket SET tags = NULL WHERE tags = '[]';
UPDATE message SET author = token(author),
	ext_id = CASE WHEN ext_id GLOB '#*' THEN ext_id ELSE token(ext_id) END,
	evidence = CASE WHEN evidence IS NOT NULL THEN '[redacted]' END;
UPDATE event SET actor = token(actor), ext_id = token(ext_id),
	old = CASE WHEN field IN ('status', 'ai_state') THEN old END,
	new = CASE WHEN field IN ('status', 'ai_state', 'worked', 'engagement')
		THEN new END;
UPDATE person SET ext_id = token(ext_id), name = NULL, email = NULL,
	account = token(account),
	ai = CASE WHEN ai IS NOT NULL THEN '[redacted]' END;
UPDATE account SET ext_id = token(ext_id), name = NULL, external = NULL,
	domains = NULL;
DELETE FROM account_fact
	WHERE name IN ('churn_note', 'churn_reason', 'customer_revenue');
UPDATE subscription SET ext_id = token(ext_id), account = token(account);
UPDATE survey SET comment = NULL,
	ext_id = CASE WHEN ext_id GLOB '#*' THEN ext_id ELSE token(ext_id) END;
UPDATE suggestion SET ext_id = token(ext_id), author = token(author),
	draft = '[redacted]',
	sent = CASE WHEN sent IS NOT NULL THEN '[redacted]' END;
UPDATE label SET author = token(author),
	ext_id = coalesce(token(author), '') || '/' || dimension;
UPDATE source SET account = NULL;
UPDATE ruleset SET name = replace(name,
	rtrim(name, replace(name, '/', '')), '');
UPDATE ruleset_file SET
	name = replace(name, rtrim(name, replace(name, '/', '')), ''),
	asked = replace(asked, rtrim(asked, replace(asked, '/', '')), '');
DELETE FROM ruleset_model;
DELETE FROM model_guess;
DELETE FROM model;
UPDATE override SET why = '[redacted]';
UPDATE played SET journey = '[redacted]';
DELETE FROM signature;
DELETE FROM baseline;
DELETE FROM note;
DELETE FROM forgotten;
DELETE FROM meta WHERE name = 'forget_key';
-- Reviews stay, without their notes, their reviewers' names and what strata of
-- columns are called.
UPDATE review SET reviewer = token(reviewer),
	value = CASE question WHEN 'note' THEN '[redacted]' ELSE value END;
UPDATE verdict SET reviewer = token(reviewer);
UPDATE sample SET filter = CASE WHEN filter IS NOT NULL THEN '[redacted]' END;
UPDATE sample_stratum SET name = 'ceiling=' || ceiling || ',' || stratum
	WHERE sample IN (SELECT id FROM sample WHERE strata <> 'ceiling');
