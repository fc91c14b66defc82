-- What ties an account to others, as its file says: it tells duplicates and families.

ALTER TABLE account
  ADD COLUMN website    text NOT NULL DEFAULT '',
  ADD COLUMN phone      text NOT NULL DEFAULT '',
  ADD COLUMN parent_key text NOT NULL DEFAULT ''; -- external id or name of the account above it
ALTER TABLE account
  ALTER COLUMN website DROP DEFAULT,
  ALTER COLUMN phone DROP DEFAULT,
  ALTER COLUMN parent_key DROP DEFAULT;
