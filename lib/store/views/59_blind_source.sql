-- blind_source: sources whose AI resolves tickets that are not here: the helpdesk exports
-- apart what its AI closed alone, and none of that was imported, nor is any ticket of
-- the source one that the AI had alone.  Of its tickets it is not known what share the
-- AI took part in or resolved: those at hand are the ones that people got.
CREATE VIEW blind_source AS
SELECT s.id AS source, s.name FROM source s WHERE s.vendor = 'zendesk'
	AND NOT EXISTS (SELECT 1 FROM ticket a
		WHERE a.source = s.id AND a.origin = 'ai')
	AND NOT EXISTS (SELECT 1 FROM ticket a JOIN tagging g
		ON g.ticket = a.id
		AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
		WHERE a.source = s.id AND g.path = 1)
