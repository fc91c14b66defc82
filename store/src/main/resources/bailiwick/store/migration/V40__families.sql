-- How a plan owns accounts that belong together, and how what it published does.
ALTER TABLE plan ADD COLUMN families text NOT NULL DEFAULT 'EACH'
  CHECK (families IN ('EACH', 'PARENT', 'SITE', 'LARGEST'));
ALTER TABLE publication ADD COLUMN families text NOT NULL DEFAULT 'EACH'
  CHECK (families IN ('EACH', 'PARENT', 'SITE', 'LARGEST'));

-- Who names whom as parent: by the external id in the same source, or else by a name that one account
-- alone has. Merged accounts stand for their survivors.
CREATE VIEW parent_link AS
  SELECT child.id AS child_id, coalesce(above.merged_into, above.id) AS parent_id
  FROM account AS child
  JOIN account AS above ON above.source = child.source AND above.external_id = child.parent_key
  WHERE child.merged_into IS NULL AND child.parent_key <> ''
  UNION ALL
  SELECT child.id, named.id
  FROM account AS child
  JOIN LATERAL (
    SELECT min(who.id::text)::uuid AS id
    FROM (SELECT DISTINCT coalesce(merged_into, account.id) AS id FROM account
      WHERE lower(name) = lower(child.parent_key) AND (merged_into IS NULL OR NOT EXISTS (
        SELECT FROM account AS alive
        WHERE lower(alive.name) = lower(child.parent_key) AND alive.merged_into IS NULL))) AS who
    HAVING count(*) = 1) AS named ON true
  WHERE child.merged_into IS NULL AND child.parent_key <> '' AND NOT EXISTS (
    SELECT FROM account AS above
    WHERE above.source = child.source AND above.external_id = child.parent_key);
