-- The end of the audit log, and the way of a scenario from draft to publication.

-- Where the audit log ends, apart from the log: a chain alone cannot show that its end was cut off.
CREATE TABLE audit_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  sequence bigint  NOT NULL,
  hash     text    NOT NULL
);
INSERT INTO audit_head (sequence, hash)
SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1;

CREATE TRIGGER audit_head_only_advances
  BEFORE UPDATE ON audit_head FOR EACH ROW
  WHEN (NEW.sequence <> OLD.sequence + 1)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_head_stays
  BEFORE DELETE OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was done about a scenario's review, oldest first. What it comes to follows from the last step
-- and from the publications, and is kept nowhere.
CREATE TABLE scenario_step (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scenario_id uuid        NOT NULL REFERENCES scenario ON DELETE CASCADE,
  kind        text        NOT NULL CHECK (kind IN ('SUBMITTED', 'WITHDRAWN', 'APPROVED', 'RETURNED')),
  version     bigint      NOT NULL, -- of the scenario, as it was looked at
  basis_id    uuid        REFERENCES publication, -- last of the layer by then; null for none
  who         text        NOT NULL,
  why         text        NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX scenario_step_of_scenario ON scenario_step (scenario_id, id);
CREATE TRIGGER scenario_step_stays
  BEFORE UPDATE OR TRUNCATE ON scenario_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Scenarios that somebody submitted and that were neither given back nor published since.
CREATE VIEW open_review AS
  SELECT last.*
  FROM (SELECT DISTINCT ON (scenario_id) * FROM scenario_step ORDER BY scenario_id, id DESC) AS last
  WHERE kind IN ('SUBMITTED', 'APPROVED')
    AND NOT EXISTS (SELECT FROM standing_publication
      WHERE standing_publication.scenario_id = last.scenario_id AND published_at >= last.at);

ALTER TABLE company ADD COLUMN approval_needed boolean NOT NULL DEFAULT false;
