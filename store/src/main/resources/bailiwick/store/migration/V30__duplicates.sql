-- Accounts that may be one: pairs that a search found, what people made of them, and merges.

CREATE TABLE duplicate_pair (
  id          uuid             PRIMARY KEY,
  first_id    uuid             NOT NULL REFERENCES account,
  second_id   uuid             NOT NULL REFERENCES account,
  score       double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
  evidence    json             NOT NULL,
  state       text             NOT NULL, -- OPEN, MERGED, DISMISSED
  found_at    timestamptz      NOT NULL,
  decided_at  timestamptz,
  decided_by  text,
  UNIQUE (first_id, second_id),
  CHECK (first_id < second_id),
  CHECK ((state = 'OPEN') = (decided_at IS NULL)),
  CHECK ((state = 'OPEN') = (decided_by IS NULL))
);
CREATE INDEX duplicate_pair_best_first ON duplicate_pair (state, score DESC, id);
CREATE INDEX duplicate_pair_of_second ON duplicate_pair (second_id);

-- Who was merged into whom. Nothing of the merged account is moved or lost, so that a merge can be
-- undone: what is asked of the survivor is answered for both.
CREATE TABLE account_merge (
  id          uuid        PRIMARY KEY,
  pair_id     uuid        NOT NULL REFERENCES duplicate_pair,
  merged_id   uuid        NOT NULL REFERENCES account,
  survivor_id uuid        NOT NULL REFERENCES account,
  merged_at   timestamptz NOT NULL,
  merged_by   text        NOT NULL,
  by_rule     boolean     NOT NULL,
  undone_at   timestamptz,
  undone_by   text,
  CHECK (merged_id <> survivor_id)
);
CREATE UNIQUE INDEX account_merge_in_force ON account_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX account_merge_of_survivor ON account_merge (survivor_id) WHERE undone_at IS NULL;
CREATE INDEX account_merge_of_pair ON account_merge (pair_id);
CREATE INDEX account_merged ON account (merged_into) WHERE merged_into IS NOT NULL;

-- How duplicates are looked for: one row.
CREATE TABLE duplicate_rule (
  id          integer     PRIMARY KEY CHECK (id = 1),
  merge_alike boolean     NOT NULL, -- merge pairs of one name, domain and address without asking
  changed_at  timestamptz NOT NULL,
  changed_by  text        NOT NULL
);

-- Families: who names whom as parent.
CREATE INDEX account_by_parent ON account (source, lower(parent_key)) WHERE parent_key <> '';
