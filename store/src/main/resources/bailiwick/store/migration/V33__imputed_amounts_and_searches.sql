-- When the accounts were last looked through for duplicates: one row, none before the first time.
CREATE TABLE duplicate_search (
  id          integer     PRIMARY KEY CHECK (id = 1),
  searched_at timestamptz NOT NULL
);

-- Pairs kept before tell at least when the newest was found.
INSERT INTO duplicate_search (id, searched_at)
SELECT 1, max(found_at) FROM duplicate_pair HAVING count(*) > 0;

-- Amounts that were blank and filled: a line for each, with what: potential=the median of all rows
ALTER TABLE account ADD COLUMN imputed text NOT NULL DEFAULT '';
ALTER TABLE account ALTER COLUMN imputed DROP DEFAULT;
