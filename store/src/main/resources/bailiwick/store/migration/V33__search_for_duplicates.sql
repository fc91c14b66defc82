-- When the accounts were last looked through for duplicates: one row, none before the first time.
CREATE TABLE duplicate_search (
  id          integer     PRIMARY KEY CHECK (id = 1),
  searched_at timestamptz NOT NULL
);

-- Pairs kept before tell at least when the newest was found.
INSERT INTO duplicate_search (id, searched_at)
SELECT 1, max(found_at) FROM duplicate_pair HAVING count(*) > 0;
