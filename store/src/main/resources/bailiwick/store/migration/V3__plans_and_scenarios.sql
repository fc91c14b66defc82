-- What planners work on. Nothing here is in force; that is the ledger's business.

CREATE TABLE layer (
  id               uuid        PRIMARY KEY,
  code             text        NOT NULL UNIQUE,
  name             text        NOT NULL,
  last_recorded_at timestamptz -- of the ledger; its row is also the lock that makes writers take turns
);
INSERT INTO layer (id, code, name)
VALUES ('01900000-0000-7000-8000-000000000001', 'new-business', 'New business');

CREATE TABLE plan (
  id            uuid        PRIMARY KEY,
  name          text        NOT NULL UNIQUE,
  period        daterange   NOT NULL CHECK (NOT isempty(period)),
  currency      text        NOT NULL,
  country       text        NOT NULL,
  unit_kind     text        NOT NULL,
  atlas_version text        NOT NULL,
  created_by    text        NOT NULL,
  created_at    timestamptz NOT NULL
);

CREATE TABLE plan_layer (
  plan_id  uuid    NOT NULL REFERENCES plan,
  layer_id uuid    NOT NULL REFERENCES layer,
  PRIMARY KEY (plan_id, layer_id)
);

-- The units a plan divides, once, in the order of their numbers: 33,791 ids read as one array in
-- a few milliseconds. Scenarios then speak of numbers only.
CREATE TABLE plan_units (
  plan_id uuid   PRIMARY KEY REFERENCES plan,
  ids     text[] NOT NULL
);

CREATE TABLE scenario (
  id         uuid        PRIMARY KEY,
  plan_id    uuid        NOT NULL REFERENCES plan,
  name       text        NOT NULL,
  kind       text        NOT NULL,
  based_on   uuid        REFERENCES scenario ON DELETE SET NULL,
  brief      json,
  applied    integer     NOT NULL DEFAULT 0, -- edits in force; journal entries above it are undone
  created_by text        NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  version    bigint      NOT NULL DEFAULT 1,
  UNIQUE (plan_id, name)
);

-- Two bytes a unit, big-endian: the number of its territory, -1 for none. One row instead of one a
-- unit: written whole on every edit, yet 25 times faster to read and to copy than rows.
CREATE TABLE scenario_alignment (
  scenario_id  uuid  PRIMARY KEY REFERENCES scenario ON DELETE CASCADE,
  territory_of bytea NOT NULL
);
ALTER TABLE scenario_alignment ALTER COLUMN territory_of SET STORAGE EXTERNAL;

CREATE TABLE scenario_territory (
  scenario_id       uuid             NOT NULL REFERENCES scenario ON DELETE CASCADE,
  number            smallint         NOT NULL,
  code              text             NOT NULL,
  name              text             NOT NULL,
  colour            integer          NOT NULL,
  share             double precision NOT NULL CHECK (share > 0),
  lon               double precision,
  lat               double precision,
  representative_id uuid             REFERENCES representative,
  PRIMARY KEY (scenario_id, number),
  UNIQUE (scenario_id, code)
);

CREATE TABLE scenario_named (
  scenario_id uuid     NOT NULL REFERENCES scenario ON DELETE CASCADE,
  account_id  uuid     NOT NULL REFERENCES account,
  number      smallint NOT NULL, -- of the territory
  PRIMARY KEY (scenario_id, account_id),
  FOREIGN KEY (scenario_id, number) REFERENCES scenario_territory
);

-- The journal behind undo and redo: units[i] went from before[i] to target.
CREATE TABLE scenario_edit (
  scenario_id uuid        NOT NULL REFERENCES scenario ON DELETE CASCADE,
  sequence    integer     NOT NULL,
  units       integer[]   NOT NULL,
  before      smallint[]  NOT NULL,
  target      smallint    NOT NULL,
  who         text        NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (scenario_id, sequence)
);
