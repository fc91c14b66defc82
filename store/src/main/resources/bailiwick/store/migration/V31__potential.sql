-- What accounts may bring and take by a model, beside what their files say. What the files say is
-- kept, so that the model can be switched off; what counts is worked out by the database, so that
-- the terms of an account always add up to its potential.

ALTER TABLE account RENAME COLUMN potential_cents TO imported_potential_cents;
ALTER TABLE account RENAME COLUMN workload_centihours TO imported_workload_centihours;

ALTER TABLE account
  ADD COLUMN model_segment    text,   -- null while no model says anything of the account, like all below
  ADD COLUMN spend_cents      bigint, -- what it spends with whomever; no term
  ADD COLUMN conversion_cents bigint,
  ADD COLUMN open_deals_cents bigint,
  ADD COLUMN growth_cents     bigint,
  ADD COLUMN visit_centihours bigint,
  ADD COLUMN call_centihours  bigint,
  ADD COLUMN size_unknown     boolean, -- whether the spend leaves out a size that is not known
  ADD CHECK (num_nulls(model_segment, spend_cents, conversion_cents, open_deals_cents, growth_cents,
    visit_centihours, call_centihours, size_unknown) IN (0, 8)),
  ADD COLUMN potential_cents bigint NOT NULL GENERATED ALWAYS AS
    (coalesce(conversion_cents + open_deals_cents + growth_cents, imported_potential_cents)) STORED
    CHECK (potential_cents >= 0),
  ADD COLUMN workload_centihours bigint NOT NULL GENERATED ALWAYS AS
    (coalesce(visit_centihours + call_centihours, imported_workload_centihours)) STORED
    CHECK (workload_centihours >= 0);

-- The model of the company as it was saved last.
CREATE TABLE potential_model (
  only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  model      text        NOT NULL, -- JSON, every coefficient
  version    bigint      NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text        NOT NULL
);

-- The model that the terms of the accounts come from; no row while none is in force.
CREATE TABLE potential_in_force (
  only_row      boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  model         text        NOT NULL,
  model_version bigint      NOT NULL,
  rates         text        NOT NULL, -- JSON, what closed deals taught it
  applied_at    timestamptz NOT NULL,
  applied_by    text        NOT NULL,
  renewed_at    timestamptz NOT NULL
);
