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

-- A person's own territory, for the accounts that the person has by name.
ALTER TABLE territory ADD COLUMN person_id uuid REFERENCES representative;
CREATE UNIQUE INDEX territory_of_person ON territory (plan_id, person_id)
  WHERE person_id IS NOT NULL;

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

-- How the credit for an account is shared.
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
  basis_points integer NOT NULL CHECK (basis_points BETWEEN 1 AND 10000),
  PRIMARY KEY (split_id, territory_id)
);

-- Shares of a split are 100 % or neither they nor the split are written.
CREATE FUNCTION require_whole_credit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  split uuid := CASE TG_TABLE_NAME
    WHEN 'credit_split' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'split_id' END;
  given bigint;
BEGIN
  SELECT coalesce(sum(basis_points), 0) INTO given FROM credit_share WHERE split_id = split;
  IF given <> 10000 THEN
    RAISE EXCEPTION 'The shares of the split % are % of 10000.', split, given
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER credit_split_whole
  AFTER INSERT ON credit_split DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_whole_credit();
CREATE CONSTRAINT TRIGGER credit_share_whole
  AFTER INSERT ON credit_share DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_whole_credit();

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

-- Tables of facts in two times, as ownership is one: a key has at most one value on a day. Their
-- rows, and those of what was asked for, are never deleted.
DO $$
DECLARE
  fact  record;
  asked text;
BEGIN
  FOR fact IN SELECT * FROM (VALUES
    -- What would hold without an exception, on the days of the exception. There, publications and
    -- everything else that follows the rules write here, and from here an account falls back.
    ('ownership_beneath', 'account_id', 'account', 'territory_id', 'territory', true),
    -- Which exception is in force.
    ('excepted', 'account_id', 'account', 'exception_id', 'ownership_exception', true),
    -- By which split the credit is shared.
    ('credited', 'account_id', 'account', 'split_id', 'credit_split', true),
    -- An opportunity that stays where it is, whatever becomes of its account.
    ('deal_hold', 'deal_id', 'deal_decision', 'territory_id', 'territory', false)
  ) AS facts (name, key, key_of, value, value_of, layered)
  LOOP
    EXECUTE format($table$
        CREATE TABLE %1$I (
          id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          %2$I          uuid        NOT NULL REFERENCES %3$I,
          %4$I          uuid        NOT NULL REFERENCES %5$I,
          %6$s
          valid         daterange   NOT NULL CHECK (NOT isempty(valid)),
          recorded_at   timestamptz NOT NULL,
          superseded_at timestamptz CHECK (superseded_at > recorded_at),
          change_id     uuid        NOT NULL REFERENCES ledger_change,
          origin_id     uuid        NOT NULL REFERENCES ledger_change,
          superseded_by uuid        REFERENCES ledger_change,
          CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
          CONSTRAINT %8$I EXCLUDE USING gist (%2$I WITH =, %7$s valid WITH &&)
            WHERE (superseded_at IS NULL)
        );
        CREATE INDEX %9$I ON %1$I (%2$I);
        CREATE TRIGGER %10$I BEFORE UPDATE ON %1$I
          FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
        CREATE TRIGGER %11$I BEFORE DELETE OR TRUNCATE ON %1$I
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      $table$,
      fact.name, fact.key, fact.key_of, fact.value, fact.value_of,
      CASE WHEN fact.layered THEN 'layer_id uuid NOT NULL REFERENCES layer,' ELSE '' END,
      CASE WHEN fact.layered THEN 'layer_id WITH =,' ELSE '' END,
      fact.name || '_once', fact.name || '_of_key', fact.name || '_only_superseded',
      fact.name || '_only_grows');
  END LOOP;
  FOREACH asked IN ARRAY ARRAY['ownership_exception', 'exception_review', 'credit_split',
    'credit_share', 'publication_undo'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT'
      ' EXECUTE FUNCTION refuse_change()', asked || '_only_grows', asked);
  END LOOP;
END
$$;
CREATE INDEX excepted_of_exception ON excepted (exception_id);
CREATE INDEX excepted_in_force ON excepted (layer_id, account_id) WHERE superseded_at IS NULL;

-- Holds kept so far, one act each, at the instant at which they were made. The territory is that of
-- the decision, or else of the account's owner on the first day.
DO $$
DECLARE
  held  record;
  act   uuid;
  known timestamptz;
BEGIN
  FOR held IN
    SELECT decision.id, decision.layer_id, decision.external_id, held_until, held_why, held_by,
      held_at, from_day,
      coalesce(
        (SELECT territory.id FROM publication
         JOIN territory ON territory.plan_id = publication.plan_id AND code = territory_code
         WHERE publication.id = publication_id),
        (SELECT ownership.territory_id FROM deal
         JOIN account ON account.id = deal.account_id
         JOIN ownership ON ownership.account_id = coalesce(merged_into, account.id)
           AND ownership.layer_id = decision.layer_id AND superseded_at IS NULL
           AND valid @> from_day
         WHERE (deal.source, deal.external_id) = (decision.source, decision.external_id)
      )) AS territory_id
    FROM deal_decision AS decision
    LEFT JOIN company ON true
    CROSS JOIN LATERAL (
      SELECT CAST(held_at AT TIME ZONE coalesce(company.zone, 'UTC') AS date) AS from_day
    ) AS local
    WHERE held_why IS NOT NULL AND (held_until IS NULL OR held_until > from_day)
    ORDER BY held_at, decision.id
  LOOP
    IF held.territory_id IS NULL THEN
      RAISE WARNING 'The opportunity % is held no more: nobody has it.', held.external_id;
      CONTINUE;
    END IF;
    known := held.held_at;
    WHILE EXISTS (
      SELECT FROM ledger_change WHERE layer_id = held.layer_id AND recorded_at = known) LOOP
      known := known + interval '1 microsecond';
    END LOOP;
    act := gen_random_uuid();
    INSERT INTO ledger_change (id, layer_id, cause, who, why, recorded_at)
    VALUES (act, held.layer_id, 'HOLD', held.held_by, held.held_why, known);
    INSERT INTO deal_hold (deal_id, territory_id, valid, recorded_at, change_id, origin_id)
    VALUES (held.id, held.territory_id, daterange(held.from_day, held.held_until), known, act, act);
    UPDATE layer SET last_recorded_at = greatest(last_recorded_at, known) WHERE id = held.layer_id;
  END LOOP;
END
$$;
ALTER TABLE deal_decision
  DROP COLUMN held_until, DROP COLUMN held_why, DROP COLUMN held_by, DROP COLUMN held_at;

-- What an act ended is found by the act, when it is taken back and when changes are listed.
CREATE INDEX ownership_ended_by ON ownership (superseded_by) WHERE superseded_by IS NOT NULL;

-- How often accounts of a layer may move; null for no limit.
CREATE TABLE stability (
  layer_id                  uuid PRIMARY KEY REFERENCES layer,
  months_of_rest            smallint CHECK (months_of_rest BETWEEN 1 AND 120),
  months_of_person          smallint CHECK (months_of_person BETWEEN 1 AND 120),
  yearly_share_basis_points integer CHECK (yearly_share_basis_points BETWEEN 0 AND 10000),
  version                   bigint NOT NULL
);

-- Publications that nobody took back.
CREATE VIEW standing_publication AS
  SELECT id, plan_id, scenario_id, scenario_name, layer_id, effective_from, published_at
  FROM publication
  WHERE NOT EXISTS (SELECT FROM publication_undo WHERE publication_id = publication.id);
