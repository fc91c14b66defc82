-- How far accounts are to be believed: what their files tell, what the company asks for before it
-- publishes, and who accepted less.

ALTER TABLE account
  ADD COLUMN source_changed_on date, -- when its own system last changed the row, null when unknown
  ADD COLUMN repaired text NOT NULL DEFAULT '', -- a line for each part of the address: region=OH
  ADD COLUMN left_out text NOT NULL DEFAULT ''; -- a line for each field that could not be read
ALTER TABLE account
  ALTER COLUMN repaired DROP DEFAULT,
  ALTER COLUMN left_out DROP DEFAULT;

CREATE TABLE quality_setting (
  only_row            boolean          PRIMARY KEY DEFAULT true CHECK (only_row),
  inactive_months     integer          NOT NULL,
  stale_months        integer          NOT NULL,
  least_score         double precision NOT NULL, -- of a pair, to count as duplicates
  most_deviations     double precision NOT NULL, -- from the median of its like, on a log scale
  most_doubtful_share double precision, -- of potential, for publication; null for no limit
  version             bigint           NOT NULL
);

CREATE TABLE quality_acceptance (
  id          uuid             PRIMARY KEY,
  scenario_id uuid             NOT NULL REFERENCES scenario ON DELETE CASCADE,
  share       double precision NOT NULL, -- of potential that is doubtful and was accepted
  who         text             NOT NULL,
  why         text             NOT NULL,
  at          timestamptz      NOT NULL
);
CREATE INDEX quality_acceptance_of_scenario ON quality_acceptance (scenario_id, at);

ALTER TABLE publication
  ADD COLUMN doubtful_share       double precision, -- of potential when it was published
  ADD COLUMN doubtful_accepted_by text,
  ADD COLUMN doubtful_accepted_why text;
