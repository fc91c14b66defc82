-- A publication keeps its own idempotency key; no other answer was ever remembered.

DROP TABLE remembered_answer;
