-- Who owns what, in two times: valid is when it held, recorded_at to superseded_at is when we
-- believed so. Rows are never deleted and never changed but for being superseded once.

CREATE TABLE publication (
  id              uuid        PRIMARY KEY,
  plan_id         uuid        NOT NULL REFERENCES plan,
  scenario_id     uuid        NOT NULL REFERENCES scenario,
  scenario_name   text        NOT NULL,
  layer_id        uuid        NOT NULL REFERENCES layer,
  effective_from  date        NOT NULL,
  idempotency_key text        NOT NULL UNIQUE,
  accounts        bigint      NOT NULL,
  moved           bigint      NOT NULL,
  rule_text       text        NOT NULL,
  rule_document   json        NOT NULL,
  territory_of    bytea       NOT NULL, -- the alignment as published; the scenario may be edited on
  who             text        NOT NULL,
  why             text        NOT NULL,
  published_at    timestamptz NOT NULL
);
CREATE INDEX publication_in_force ON publication (layer_id, effective_from DESC, published_at DESC);

-- The scenario's territories as published, in the order of the rules' numbers.
CREATE TABLE publication_territory (
  publication_id    uuid             NOT NULL REFERENCES publication,
  number            smallint         NOT NULL,
  code              text             NOT NULL,
  name              text             NOT NULL,
  colour            integer          NOT NULL,
  share             double precision NOT NULL,
  lon               double precision,
  lat               double precision,
  representative_id uuid             REFERENCES representative,
  PRIMARY KEY (publication_id, number)
);

-- A territory gets its identity when its plan first publishes it.
CREATE TABLE territory (
  id      uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  code    text NOT NULL,
  name    text NOT NULL,
  UNIQUE (plan_id, code)
);

CREATE TABLE seat (
  id           uuid             PRIMARY KEY,
  territory_id uuid             NOT NULL REFERENCES territory,
  role         text             NOT NULL DEFAULT 'owner',
  share        double precision NOT NULL,
  lon          double precision,
  lat          double precision,
  UNIQUE (territory_id, role)
);

-- One act that changed the ledger: who, why, and all rows it recorded and superseded.
CREATE TABLE ledger_change (
  id             uuid        PRIMARY KEY,
  layer_id       uuid        NOT NULL REFERENCES layer,
  cause          text        NOT NULL,
  publication_id uuid        REFERENCES publication,
  who            text        NOT NULL,
  why            text        NOT NULL,
  recorded_at    timestamptz NOT NULL,
  UNIQUE (layer_id, recorded_at)
);

-- A row that is split keeps its origin: the part of a period that stays as it was still says who
-- decided so, and when, although a later act had to record it anew.
CREATE TABLE ownership (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    uuid        NOT NULL REFERENCES account,
  layer_id      uuid        NOT NULL REFERENCES layer,
  territory_id  uuid        NOT NULL REFERENCES territory,
  valid         daterange   NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL,
  superseded_at timestamptz CHECK (superseded_at > recorded_at),
  change_id     uuid        NOT NULL REFERENCES ledger_change, -- the act that recorded this row
  origin_id     uuid        NOT NULL REFERENCES ledger_change, -- the act that first stated the fact
  superseded_by uuid        REFERENCES ledger_change,
  CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
  -- The promise of the whole product: what we believe now never names two owners.
  CONSTRAINT ownership_one_owner
    EXCLUDE USING gist (account_id WITH =, layer_id WITH =, valid WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX ownership_of_account ON ownership (account_id, layer_id);
CREATE INDEX ownership_of_territory ON ownership (territory_id) WHERE superseded_at IS NULL;
-- Rows arrive in the order of recorded_at, so a block summary finds a span of it at no cost.
CREATE INDEX ownership_recorded ON ownership USING brin (recorded_at);

CREATE TABLE placement (
  id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  seat_id           uuid        NOT NULL REFERENCES seat,
  representative_id uuid        NOT NULL REFERENCES representative,
  valid             daterange   NOT NULL CHECK (NOT isempty(valid)),
  recorded_at       timestamptz NOT NULL,
  superseded_at     timestamptz CHECK (superseded_at > recorded_at),
  change_id         uuid        NOT NULL REFERENCES ledger_change,
  origin_id         uuid        NOT NULL REFERENCES ledger_change,
  superseded_by     uuid        REFERENCES ledger_change,
  CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
  -- One person in a seat on a day. One person may hold several seats.
  CONSTRAINT placement_one_person
    EXCLUDE USING gist (seat_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX placement_of_seat ON placement (seat_id);
CREATE INDEX placement_of_representative ON placement (representative_id);

-- Superseding is the one change allowed, and once. The condition is checked without calling the
-- function, so that superseding 100,000 rows costs next to nothing more.
CREATE TRIGGER ownership_only_superseded
  BEFORE UPDATE ON ownership FOR EACH ROW
  WHEN (OLD.superseded_at IS NOT NULL
    OR (NEW.id, NEW.account_id, NEW.layer_id, NEW.territory_id, NEW.valid, NEW.recorded_at,
        NEW.change_id, NEW.origin_id)
      IS DISTINCT FROM
      (OLD.id, OLD.account_id, OLD.layer_id, OLD.territory_id, OLD.valid, OLD.recorded_at,
        OLD.change_id, OLD.origin_id))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER placement_only_superseded
  BEFORE UPDATE ON placement FOR EACH ROW
  WHEN (OLD.superseded_at IS NOT NULL
    OR (NEW.id, NEW.seat_id, NEW.representative_id, NEW.valid, NEW.recorded_at, NEW.change_id,
        NEW.origin_id)
      IS DISTINCT FROM
      (OLD.id, OLD.seat_id, OLD.representative_id, OLD.valid, OLD.recorded_at, OLD.change_id,
        OLD.origin_id))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ownership_only_grows
  BEFORE DELETE OR TRUNCATE ON ownership FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER placement_only_grows
  BEFORE DELETE OR TRUNCATE ON placement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_change_only_grows
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE lead (
  id                uuid        PRIMARY KEY,
  name              text        NOT NULL,
  attributes        json        NOT NULL,
  publication_id    uuid        REFERENCES publication,
  territory_code    text,
  representative_id uuid        REFERENCES representative,
  trace             json        NOT NULL,
  received_at       timestamptz NOT NULL,
  received_by       text        NOT NULL
);

