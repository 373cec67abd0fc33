-- rasa_success: the success that Rasa Studio counts unless told otherwise: sessions that
-- never reached a person, of all sessions.  x is n4: a customer who gave up is a success
-- too.
CREATE VIEW rasa_success AS
SELECT *, n4 AS x FROM ladder WHERE n2 = 1
