-- Who let a plan be published though nobody owns some of the market, why, and how much of it.
ALTER TABLE publication
  ADD COLUMN waived_by text,
  ADD COLUMN waived_why text,
  ADD COLUMN waived_leaves integer,
  ADD CHECK ((waived_by IS NULL) = (waived_why IS NULL)),
  ADD CHECK ((waived_by IS NULL) = (waived_leaves IS NULL));
