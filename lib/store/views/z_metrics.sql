-- metrics: every rate by month, ours and then the vendors', a row each: metric is the
-- view that defines it; estimate, x and n as there (avg(x), sum(x), count(x)); tickets:
-- all that the figure speaks for, N elsewhere (count(*); SQLite does not tell n from N).
-- Means and medians are not here, as they are no shares: transfers, agent_time,
-- first_reply_s, handle_s.
CREATE VIEW metrics AS
SELECT 'ai_csat' AS metric, month, avg(x) AS estimate, sum(x) AS x,
	count(x) AS n, count(*) AS tickets FROM ai_csat GROUP BY month
UNION ALL
SELECT 'ai_csat_response', month, avg(x), sum(x), count(x), count(*)
	FROM ai_csat_response GROUP BY month
UNION ALL
SELECT 'answered', month, avg(x), sum(x), count(x), count(*)
	FROM answered GROUP BY month
UNION ALL
SELECT 'answered_all', month, avg(x), sum(x), count(x), count(*)
	FROM answered_all GROUP BY month
UNION ALL
SELECT 'confirmed', month, avg(x), sum(x), count(x), count(*)
	FROM confirmed GROUP BY month
UNION ALL
SELECT 'confirmed_all', month, avg(x), sum(x), count(x), count(*)
	FROM confirmed_all GROUP BY month
UNION ALL
SELECT 'contained_all', month, avg(x), sum(x), count(x), count(*)
	FROM contained_all GROUP BY month
UNION ALL
SELECT 'containment', month, avg(x), sum(x), count(x), count(*)
	FROM containment GROUP BY month
UNION ALL
SELECT 'correct', month, avg(x), sum(x), count(x), count(*)
	FROM correct GROUP BY month
UNION ALL
SELECT 'corrections', month, avg(x), sum(x), count(x), count(*)
	FROM corrections GROUP BY month
UNION ALL
SELECT 'corrections_feedback', month, avg(x), sum(x), count(x), count(*)
	FROM corrections_feedback GROUP BY month
UNION ALL
SELECT 'corrections_rating', month, avg(x), sum(x), count(x), count(*)
	FROM corrections_rating GROUP BY month
UNION ALL
SELECT 'corrections_suggestion', month, avg(x), sum(x), count(x), count(*)
	FROM corrections_suggestion GROUP BY month
UNION ALL
SELECT 'csat', month, avg(x), sum(x), count(x), count(*)
	FROM csat GROUP BY month
UNION ALL
SELECT 'csat_escalated', month, avg(x), sum(x), count(x), count(*)
	FROM csat_escalated GROUP BY month
UNION ALL
SELECT 'csat_escalated_response', month, avg(x), sum(x), count(x), count(*)
	FROM csat_escalated_response GROUP BY month
UNION ALL
SELECT 'csat_response', month, avg(x), sum(x), count(x), count(*)
	FROM csat_response GROUP BY month
UNION ALL
SELECT 'deflection', month, avg(x), sum(x), count(x), count(*)
	FROM deflection GROUP BY month
UNION ALL
SELECT 'demand', month, avg(x), sum(x), count(x), count(*)
	FROM demand GROUP BY month
UNION ALL
SELECT 'durable', month, avg(x), sum(x), count(x), count(*)
	FROM durable GROUP BY month
UNION ALL
SELECT 'durable_all', month, avg(x), sum(x), count(x), count(*)
	FROM durable_all GROUP BY month
UNION ALL
SELECT 'eligible', month, avg(x), sum(x), count(x), count(*)
	FROM eligible GROUP BY month
UNION ALL
SELECT 'first_contact', month, avg(x), sum(x), count(x), count(*)
	FROM first_contact GROUP BY month
UNION ALL
SELECT 'first_contact_net', month, avg(x), sum(x), count(x), count(*)
	FROM first_contact_net GROUP BY month
UNION ALL
SELECT 'flags', month, avg(x), sum(x), count(x), count(*)
	FROM flags GROUP BY month
UNION ALL
SELECT 'handle_long', month, avg(x), sum(x), count(x), count(*)
	FROM handle_long GROUP BY month
UNION ALL
SELECT 'handle_zero', month, avg(x), sum(x), count(x), count(*)
	FROM handle_zero GROUP BY month
UNION ALL
SELECT 'involved_eligible', month, avg(x), sum(x), count(x), count(*)
	FROM involved_eligible GROUP BY month
UNION ALL
SELECT 'involvement', month, avg(x), sum(x), count(x), count(*)
	FROM involvement GROUP BY month
UNION ALL
SELECT 'negative_feedback', month, avg(x), sum(x), count(x), count(*)
	FROM negative_feedback GROUP BY month
UNION ALL
SELECT 'recontact_rate', month, avg(x), sum(x), count(x), count(*)
	FROM recontact_rate GROUP BY month
UNION ALL
SELECT 'reopen_rate', month, avg(x), sum(x), count(x), count(*)
	FROM reopen_rate GROUP BY month
UNION ALL
SELECT 'resolution', month, avg(x), sum(x), count(x), count(*)
	FROM resolution GROUP BY month
UNION ALL
SELECT 'resolution_quality', month, avg(x), sum(x), count(x), count(*)
	FROM resolution_quality GROUP BY month
UNION ALL
SELECT 'resolved_contained', month, avg(x), sum(x), count(x), count(*)
	FROM resolved_contained GROUP BY month
UNION ALL
SELECT 'suggestion_edited', month, avg(x), sum(x), count(x), count(*)
	FROM suggestion_edited GROUP BY month
UNION ALL
SELECT 'suggestion_rewritten', month, avg(x), sum(x), count(x), count(*)
	FROM suggestion_rewritten GROUP BY month
UNION ALL
SELECT 'suggestion_unchanged', month, avg(x), sum(x), count(x), count(*)
	FROM suggestion_unchanged GROUP BY month
UNION ALL
SELECT 'verified_deflection', month, avg(x), sum(x), count(x), count(*)
	FROM verified_deflection GROUP BY month
UNION ALL
SELECT 'ada_ar', month, avg(x), sum(x), count(x), count(*)
	FROM ada_ar GROUP BY month
UNION ALL
SELECT 'ada_containment', month, avg(x), sum(x), count(x), count(*)
	FROM ada_containment GROUP BY month
UNION ALL
SELECT 'chatwoot_auto', month, avg(x), sum(x), count(x), count(*)
	FROM chatwoot_auto GROUP BY month
UNION ALL
SELECT 'chatwoot_durable', month, avg(x), sum(x), count(x), count(*)
	FROM chatwoot_durable GROUP BY month
UNION ALL
SELECT 'dialogflow_contained', month, avg(x), sum(x), count(x), count(*)
	FROM dialogflow_contained GROUP BY month
UNION ALL
SELECT 'gorgias_automation', month, avg(x), sum(x), count(x), count(*)
	FROM gorgias_automation GROUP BY month
UNION ALL
SELECT 'intercom_answer', month, avg(x), sum(x), count(x), count(*)
	FROM intercom_answer GROUP BY month
UNION ALL
SELECT 'intercom_involvement', month, avg(x), sum(x), count(x), count(*)
	FROM intercom_involvement GROUP BY month
UNION ALL
SELECT 'intercom_resolution', month, avg(x), sum(x), count(x), count(*)
	FROM intercom_resolution GROUP BY month
UNION ALL
SELECT 'rasa_success', month, avg(x), sum(x), count(x), count(*)
	FROM rasa_success GROUP BY month
UNION ALL
SELECT 'servicenow_durable', month, avg(x), sum(x), count(x), count(*)
	FROM servicenow_durable GROUP BY month
UNION ALL
SELECT 'zendesk2026_contained', month, avg(x), sum(x), count(x), count(*)
	FROM zendesk2026_contained GROUP BY month
UNION ALL
SELECT 'zendesk2026_escalated', month, avg(x), sum(x), count(x), count(*)
	FROM zendesk2026_escalated GROUP BY month
UNION ALL
SELECT 'zendesk2026_unassisted', month, avg(x), sum(x), count(x), count(*)
	FROM zendesk2026_unassisted GROUP BY month
UNION ALL
SELECT 'zendesk2026_verified', month, avg(x), sum(x), count(x), count(*)
	FROM zendesk2026_verified GROUP BY month
UNION ALL
SELECT 'zendesk_ar', month, avg(x), sum(x), count(x), count(*)
	FROM zendesk_ar GROUP BY month
