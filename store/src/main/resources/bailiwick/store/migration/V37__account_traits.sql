-- What a company says of its accounts by words of its own, for rules to ask about: the product line,
-- tags, a line each, and values of its own fields, a line each: tier=gold
ALTER TABLE account
  ADD COLUMN product text NOT NULL DEFAULT '',
  ADD COLUMN tags    text NOT NULL DEFAULT '',
  ADD COLUMN fields  text NOT NULL DEFAULT '';
ALTER TABLE account
  ALTER COLUMN product DROP DEFAULT,
  ALTER COLUMN tags    DROP DEFAULT,
  ALTER COLUMN fields  DROP DEFAULT;
