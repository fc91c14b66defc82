-- The rule that decided an account when it came in; publications keep their rules themselves.
CREATE TABLE ledger_rule (
  change_id  uuid NOT NULL REFERENCES ledger_change,
  account_id uuid NOT NULL REFERENCES account,
  rule       text NOT NULL,
  PRIMARY KEY (change_id, account_id)
);
CREATE TRIGGER ledger_rule_only_grows
  BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_rule
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Moves that the rules want because an account changed after it had an owner: each waits until
-- somebody makes it, or until it is overtaken by what happens.
CREATE TABLE proposed_move (
  id             uuid        PRIMARY KEY,
  account_id     uuid        NOT NULL REFERENCES account,
  layer_id       uuid        NOT NULL REFERENCES layer,
  publication_id uuid        NOT NULL REFERENCES publication, -- whose rules want it
  from_code      text        NOT NULL,
  to_code        text,       -- null for nobody
  rule           text        NOT NULL, -- that wins; empty when none holds
  reason         text        NOT NULL,
  proposed_at    timestamptz NOT NULL,
  proposed_by    text        NOT NULL,
  outcome        text,       -- null while it waits
  settled_at     timestamptz,
  settled_by     text,
  CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE UNIQUE INDEX proposed_move_waiting ON proposed_move (account_id, layer_id)
  WHERE outcome IS NULL;
CREATE INDEX proposed_move_of_layer ON proposed_move (layer_id, id) WHERE outcome IS NULL;

-- Loads decide what they changed.
CREATE INDEX account_changed ON account (changed_at);

-- Where an opportunity goes, by the rules that decide its account; a held one stays.
CREATE TABLE deal_decision (
  id             uuid        PRIMARY KEY,
  source         text        NOT NULL,
  external_id    text        NOT NULL,
  layer_id       uuid        NOT NULL REFERENCES layer,
  publication_id uuid        NOT NULL REFERENCES publication,
  territory_code text,       -- null for nobody
  rule           text        NOT NULL, -- that won; empty when none held
  reason         text        NOT NULL,
  decided_at     timestamptz NOT NULL,
  held_until     date,       -- first day on which it is held no more; null while open or not held
  held_why       text,       -- null when not held
  held_by        text,
  held_at        timestamptz,
  UNIQUE (layer_id, source, external_id),
  CHECK ((held_why IS NULL) = (held_by IS NULL) AND (held_why IS NULL) = (held_at IS NULL))
);
