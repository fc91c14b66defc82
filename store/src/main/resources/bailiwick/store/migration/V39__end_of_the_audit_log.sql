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
