-- The frame: the company, who may sign in, what was done, what is being done.
-- btree_gist lets an EXCLUDE constraint compare ids by = beside periods by &&.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- One company per installation: the key admits one row.
CREATE TABLE company (
  only_row                boolean  PRIMARY KEY DEFAULT true CHECK (only_row),
  name                    text     NOT NULL,
  zone                    text     NOT NULL,
  currency                text     NOT NULL CHECK (length(currency) = 3),
  fiscal_year_start_month smallint NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
  version                 bigint   NOT NULL
);

CREATE TABLE app_user (
  id                   uuid        PRIMARY KEY,
  username             text        NOT NULL UNIQUE CHECK (username = lower(username)),
  display_name         text        NOT NULL,
  role                 text        NOT NULL,
  password_hash        text        NOT NULL,
  must_change_password boolean     NOT NULL,
  active               boolean     NOT NULL DEFAULT true,
  representative_id    uuid, -- points at representative, which a later migration makes
  created_at           timestamptz NOT NULL,
  version              bigint      NOT NULL DEFAULT 1
);

-- The key itself is never kept, only its hash.
CREATE TABLE api_key (
  id           uuid        PRIMARY KEY,
  name         text        NOT NULL,
  role         text        NOT NULL,
  prefix       text        NOT NULL,
  hash         text        NOT NULL UNIQUE,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  last_used_at timestamptz,
  revoked_at   timestamptz
);

CREATE TABLE job (
  id          uuid             PRIMARY KEY,
  kind        text             NOT NULL,
  subject     text             NOT NULL,
  request     json             NOT NULL,
  seed        bigint           NOT NULL,
  state       text             NOT NULL,
  progress    double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  message     text             NOT NULL DEFAULT '',
  result      json,
  problems    json,
  created_by  text             NOT NULL,
  created_at  timestamptz      NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz
);
CREATE INDEX job_newest ON job (created_at DESC);

CREATE TABLE remembered_answer (
  route        text        NOT NULL,
  key          text        NOT NULL,
  request_hash text        NOT NULL,
  status       integer     NOT NULL,
  body         text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (route, key)
);

-- detail is json, not jsonb: the hash covers its very characters, which jsonb would rewrite.
CREATE TABLE audit_entry (
  sequence bigint      PRIMARY KEY,
  at       timestamptz NOT NULL,
  who      text        NOT NULL,
  action   text        NOT NULL,
  subject  text        NOT NULL,
  detail   json        NOT NULL,
  hash     text        NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % only grows: % is refused.', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER audit_entry_only_grows
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
