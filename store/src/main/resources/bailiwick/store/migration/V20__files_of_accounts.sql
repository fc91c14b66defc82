-- Which accounts the files of their source have no longer.

ALTER TABLE account
  ADD COLUMN last_seen_at  timestamptz, -- when the last file that had it was loaded
  ADD COLUMN missing_since timestamptz, -- when the first file without it was loaded; null while there
  ADD CHECK ((last_seen_at IS NULL) = (missing_since IS NULL));
CREATE INDEX account_missing ON account (source) WHERE missing_since IS NOT NULL;

-- The last file that held all accounts of a source.
CREATE TABLE account_file (
  source    text        PRIMARY KEY,
  file      text        NOT NULL,
  loaded_at timestamptz NOT NULL,
  loaded_by text        NOT NULL
);
