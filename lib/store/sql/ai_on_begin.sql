DROP TABLE IF EXISTS temp.ai_on;
CREATE TEMP TABLE ai_on (since INTEGER, until INTEGER, channel TEXT, segment TEXT)
