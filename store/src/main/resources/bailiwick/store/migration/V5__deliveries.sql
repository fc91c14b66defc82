-- Opportunities, revenue, activities and quotas as files bring them, and which file that was.

ALTER TABLE deal
  DROP COLUMN name,
  DROP CONSTRAINT deal_check,
  ALTER COLUMN opened_on DROP NOT NULL,
  ADD COLUMN representative_id uuid REFERENCES representative,
  ADD COLUMN expected_on date, -- of an open deal
  ADD CHECK (state <> 'OPEN' OR closed_on IS NULL);

-- Files tell revenue by the year or month: a row covers days, and counts for a period by those in it.
ALTER TABLE revenue RENAME COLUMN on_day TO from_day;
ALTER TABLE revenue ADD COLUMN until_day date;
UPDATE revenue SET until_day = from_day + 1;
ALTER TABLE revenue
  ALTER COLUMN until_day SET NOT NULL,
  ADD CHECK (from_day < until_day);

-- Files tell how many contacts a row stands for; how long they took no file tells.
ALTER TABLE contact DROP COLUMN minutes;
ALTER TABLE contact ADD COLUMN number bigint NOT NULL DEFAULT 1 CHECK (number > 0);
ALTER TABLE contact ALTER COLUMN number DROP DEFAULT;

CREATE TABLE quota (
  source            text   NOT NULL,
  territory_code    text,
  representative_id uuid   REFERENCES representative,
  measure           text   NOT NULL,
  from_day          date   NOT NULL,
  until_day         date   NOT NULL,
  amount_cents      bigint NOT NULL CHECK (amount_cents >= 0),
  CHECK (from_day < until_day),
  CHECK (territory_code IS NOT NULL OR representative_id IS NOT NULL)
);

-- The last file of each kind and source: what figures are made of.
CREATE TABLE delivery (
  kind      text        NOT NULL,
  source    text        NOT NULL,
  file      text        NOT NULL,
  as_of     date        NOT NULL, -- first day that the file does not cover any more
  rows      bigint      NOT NULL,
  loaded_at timestamptz NOT NULL,
  loaded_by text        NOT NULL,
  PRIMARY KEY (kind, source)
);
