-- Connections to CRMs: what was pulled of each and how far, and what was pushed.

CREATE TABLE crm_connection (
  id              uuid        PRIMARY KEY,
  name            text        NOT NULL UNIQUE,
  system          text        NOT NULL, -- SALESFORCE, HUBSPOT
  address         text        NOT NULL,
  source          text        NOT NULL UNIQUE, -- of the accounts and people that it brings
  territory_field text        NOT NULL, -- where the CRM holds a territory's name, empty for nowhere
  secret          bytea       NOT NULL, -- credentials, encrypted by a key that no table holds
  created_by      text        NOT NULL,
  created_at      timestamptz NOT NULL
);

-- How far each kind has been pulled.
CREATE TABLE crm_position (
  connection_id uuid        NOT NULL REFERENCES crm_connection ON DELETE CASCADE,
  kind          text        NOT NULL, -- PEOPLE, ACCOUNTS, DEALS
  since         timestamptz, -- all changes before it are known
  page          text        NOT NULL, -- where a pull goes on, empty when none runs
  pulled_at     timestamptz, -- when a pull last came to its end
  report        json,        -- what the rows of that pull came to
  PRIMARY KEY (connection_id, kind)
);

-- Rows as the CRM had them when we last looked.
CREATE TABLE crm_record (
  connection_id uuid        NOT NULL REFERENCES crm_connection ON DELETE CASCADE,
  kind          text        NOT NULL,
  external_id   text        NOT NULL,
  version       timestamptz NOT NULL, -- the CRM's own stamp of the last change
  deleted       boolean     NOT NULL,
  cells         jsonb       NOT NULL, -- field of an import -> text
  pending       boolean     NOT NULL, -- differs from what was last loaded
  PRIMARY KEY (connection_id, kind, external_id)
);
CREATE INDEX crm_record_pending ON crm_record (connection_id, kind) WHERE pending;

CREATE TABLE crm_push (
  id            uuid        PRIMARY KEY,
  connection_id uuid        NOT NULL REFERENCES crm_connection ON DELETE CASCADE,
  on_day        date        NOT NULL, -- the owners of this day
  pushed_by     text        NOT NULL,
  started_at    timestamptz NOT NULL,
  finished_at   timestamptz
);
-- Two pushes at once would plan the same rows.
CREATE UNIQUE INDEX crm_push_open ON crm_push (connection_id) WHERE finished_at IS NULL;

CREATE TABLE crm_push_row (
  push_id          uuid        NOT NULL REFERENCES crm_push ON DELETE CASCADE,
  external_id      text        NOT NULL,
  name             text        NOT NULL,
  base             timestamptz NOT NULL, -- the version on which it was decided
  owner_before     text        NOT NULL,
  owner            text, -- null to leave it
  territory_before text        NOT NULL,
  territory        text, -- null to leave it
  sent             boolean     NOT NULL DEFAULT false,
  outcome          text, -- WRITTEN, HELD, CONFLICT, REFUSED; null while open
  owner_now        text        NOT NULL DEFAULT '', -- what the CRM held at the outcome
  territory_now    text        NOT NULL DEFAULT '',
  message          text        NOT NULL DEFAULT '',
  PRIMARY KEY (push_id, external_id)
);
