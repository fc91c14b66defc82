-- Exceptions to the rules, credit that is shared, deals held back, publications taken back, and
-- how often an account may move.

-- A row of a table in two times changes once: when it is superseded.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  end_of_belief CONSTANT text[] := ARRAY['superseded_at', 'superseded_by'];
BEGIN
  IF OLD.superseded_at IS NOT NULL
    OR to_jsonb(OLD) - end_of_belief IS DISTINCT FROM to_jsonb(NEW) - end_of_belief THEN
    RAISE EXCEPTION 'The table % only grows: % is refused.', TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

-- What would hold without an exception, on the days of the exception. There, publications and
-- everything else that follows the rules write here, and from here an account falls back.
CREATE TABLE ownership_beneath (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    uuid        NOT NULL REFERENCES account,
  layer_id      uuid        NOT NULL REFERENCES layer,
  territory_id  uuid        NOT NULL REFERENCES territory,
  valid         daterange   NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL,
  superseded_at timestamptz CHECK (superseded_at > recorded_at),
  change_id     uuid        NOT NULL REFERENCES ledger_change,
  origin_id     uuid        NOT NULL REFERENCES ledger_change,
  superseded_by uuid        REFERENCES ledger_change,
  CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
  CONSTRAINT ownership_beneath_one_owner
    EXCLUDE USING gist (account_id WITH =, layer_id WITH =, valid WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX ownership_beneath_of_account ON ownership_beneath (account_id, layer_id);

-- An exception as somebody asked for it. When it is in force stands in excepted.
CREATE TABLE ownership_exception (
  id           uuid        PRIMARY KEY,
  account_id   uuid        NOT NULL REFERENCES account,
  layer_id     uuid        NOT NULL REFERENCES layer,
  kind         text        NOT NULL CHECK (kind IN ('NAMED', 'HELD', 'STRATEGIC')),
  territory_id uuid        NOT NULL REFERENCES territory,
  asked        daterange   NOT NULL CHECK (NOT isempty(asked) AND NOT lower_inf(asked)),
  why          text        NOT NULL CHECK (why <> ''),
  who          text        NOT NULL,
  change_id    uuid        NOT NULL REFERENCES ledger_change,
  -- Only a strategic account stays without an end; somebody looks at it again instead.
  CHECK (kind = 'STRATEGIC' OR NOT upper_inf(asked))
);
CREATE INDEX ownership_exception_of_account ON ownership_exception (account_id);

-- When a strategic exception is to be looked at again; the newest counts.
CREATE TABLE exception_review (
  exception_id uuid        NOT NULL REFERENCES ownership_exception,
  review_on    date        NOT NULL,
  why          text        NOT NULL,
  who          text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (exception_id, at)
);

CREATE TABLE excepted (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    uuid        NOT NULL REFERENCES account,
  layer_id      uuid        NOT NULL REFERENCES layer,
  exception_id  uuid        NOT NULL REFERENCES ownership_exception,
  valid         daterange   NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL,
  superseded_at timestamptz CHECK (superseded_at > recorded_at),
  change_id     uuid        NOT NULL REFERENCES ledger_change,
  origin_id     uuid        NOT NULL REFERENCES ledger_change,
  superseded_by uuid        REFERENCES ledger_change,
  CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
  CONSTRAINT excepted_once
    EXCLUDE USING gist (account_id WITH =, layer_id WITH =, valid WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX excepted_of_account ON excepted (account_id, layer_id);
CREATE INDEX excepted_of_exception ON excepted (exception_id);
CREATE INDEX excepted_in_force ON excepted (layer_id, account_id) WHERE superseded_at IS NULL;

-- How the credit for an account is shared. Shares are hundredths of a percent.
CREATE TABLE credit_split (
  id         uuid      PRIMARY KEY,
  account_id uuid      NOT NULL REFERENCES account,
  layer_id   uuid      NOT NULL REFERENCES layer,
  asked      daterange NOT NULL CHECK (NOT isempty(asked) AND NOT lower_inf(asked)),
  why        text      NOT NULL CHECK (why <> ''),
  who        text      NOT NULL,
  change_id  uuid      NOT NULL REFERENCES ledger_change
);
CREATE TABLE credit_share (
  split_id     uuid    NOT NULL REFERENCES credit_split,
  territory_id uuid    NOT NULL REFERENCES territory,
  share        integer NOT NULL CHECK (share BETWEEN 1 AND 10000),
  PRIMARY KEY (split_id, territory_id)
);

-- Shares of a split are 100 % or they are not written.
CREATE FUNCTION require_whole_credit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given bigint;
BEGIN
  SELECT sum(share) INTO given FROM credit_share WHERE split_id = NEW.split_id;
  IF given <> 10000 THEN
    RAISE EXCEPTION 'The shares of the split % are % of 10000.', NEW.split_id, given
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER credit_share_whole
  AFTER INSERT ON credit_share DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_whole_credit();

CREATE TABLE credited (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    uuid        NOT NULL REFERENCES account,
  layer_id      uuid        NOT NULL REFERENCES layer,
  split_id      uuid        NOT NULL REFERENCES credit_split,
  valid         daterange   NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL,
  superseded_at timestamptz CHECK (superseded_at > recorded_at),
  change_id     uuid        NOT NULL REFERENCES ledger_change,
  origin_id     uuid        NOT NULL REFERENCES ledger_change,
  superseded_by uuid        REFERENCES ledger_change,
  CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
  CONSTRAINT credited_once
    EXCLUDE USING gist (account_id WITH =, layer_id WITH =, valid WITH &&)
    WHERE (superseded_at IS NULL)
);
CREATE INDEX credited_of_account ON credited (account_id, layer_id);

-- An opportunity that stays where it is, whatever becomes of its account.
CREATE TABLE deal_hold (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  deal_id       uuid        NOT NULL REFERENCES deal_decision,
  territory_id  uuid        NOT NULL REFERENCES territory,
  valid         daterange   NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL,
  superseded_at timestamptz CHECK (superseded_at > recorded_at),
  change_id     uuid        NOT NULL REFERENCES ledger_change,
  origin_id     uuid        NOT NULL REFERENCES ledger_change,
  superseded_by uuid        REFERENCES ledger_change,
  CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
  CONSTRAINT deal_hold_once
    EXCLUDE USING gist (deal_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
CREATE INDEX deal_hold_of_deal ON deal_hold (deal_id);

-- Holds kept so far, one act each, in the order in which they were made.
DO $$
DECLARE
  held record;
  act  uuid;
  at   timestamptz;
BEGIN
  FOR held IN
    SELECT decision.id, decision.layer_id, held_until, held_why, held_by, held_at,
      territory.id AS territory_id
    FROM deal_decision AS decision
    JOIN publication ON publication.id = publication_id
    JOIN territory ON territory.plan_id = publication.plan_id AND code = territory_code
    WHERE held_why IS NOT NULL AND (held_until IS NULL OR held_until > held_at::date)
    ORDER BY held_at, decision.id
  LOOP
    SELECT greatest(held.held_at, max(recorded_at) + interval '1 microsecond') INTO at
    FROM ledger_change WHERE layer_id = held.layer_id;
    act := gen_random_uuid();
    INSERT INTO ledger_change (id, layer_id, cause, who, why, recorded_at)
    VALUES (act, held.layer_id, 'HOLD', held.held_by, held.held_why, at);
    INSERT INTO deal_hold (deal_id, territory_id, valid, recorded_at, change_id, origin_id)
    VALUES (held.id, held.territory_id, daterange(held.held_at::date, held.held_until), at, act,
      act);
    UPDATE layer SET last_recorded_at = greatest(last_recorded_at, at) WHERE id = held.layer_id;
  END LOOP;
END
$$;
ALTER TABLE deal_decision
  DROP COLUMN held_until, DROP COLUMN held_why, DROP COLUMN held_by, DROP COLUMN held_at;

-- What an act ended is found by the act, when it is taken back and when changes are listed.
CREATE INDEX ownership_ended_by ON ownership (superseded_by) WHERE superseded_by IS NOT NULL;

-- A publication that was taken back, and the act that did so.
CREATE TABLE publication_undo (
  publication_id uuid        PRIMARY KEY REFERENCES publication,
  change_id      uuid        NOT NULL REFERENCES ledger_change,
  accounts       bigint      NOT NULL, -- that went back
  kept           bigint      NOT NULL, -- that somebody had changed since, and so stayed
  who            text        NOT NULL,
  why            text        NOT NULL,
  at             timestamptz NOT NULL
);

-- How often accounts of a layer may move; null for no limit.
CREATE TABLE stability (
  layer_id           uuid     PRIMARY KEY REFERENCES layer,
  months_of_rest     smallint CHECK (months_of_rest BETWEEN 1 AND 120),
  months_of_person   smallint CHECK (months_of_person BETWEEN 1 AND 120),
  yearly_share       integer  CHECK (yearly_share BETWEEN 0 AND 10000), -- hundredths of a percent
  version            bigint   NOT NULL
);

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['ownership_beneath', 'excepted', 'credited', 'deal_hold'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW'
      ' EXECUTE FUNCTION refuse_rewriting()', kept || '_only_superseded', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT'
      ' EXECUTE FUNCTION refuse_change()', kept || '_only_grows', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['ownership_exception', 'exception_review', 'credit_split',
    'credit_share', 'publication_undo'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT'
      ' EXECUTE FUNCTION refuse_change()', kept || '_only_grows', kept);
  END LOOP;
END
$$;

-- Who serves a territory on a day, as believed now; null for nobody.
CREATE FUNCTION serving(territory uuid, day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT representative_id FROM seat JOIN placement ON placement.seat_id = seat.id
  WHERE seat.territory_id = territory AND superseded_at IS NULL AND valid @> day
  LIMIT 1
$$;

-- Whether an account that goes from one territory to another on a day gets another owner: another
-- territory, and not the person who had it before.
CREATE FUNCTION is_move(before uuid, after uuid, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT before <> after
    AND (SELECT code FROM territory WHERE id = before)
      <> (SELECT code FROM territory WHERE id = after)
    AND coalesce(serving(before, day - 1) <> serving(after, day), true)
$$;

-- Publications that nobody took back.
CREATE VIEW standing_publication AS
  SELECT * FROM publication
  WHERE NOT EXISTS (SELECT FROM publication_undo WHERE publication_id = publication.id);
