-- Accounts, the people who sell, and the raw matter of the KPIs.
-- Money is in hundredths of the company's currency, hours in hundredths of an hour: sums are exact.

CREATE TABLE account (
  id                   uuid        PRIMARY KEY,
  source               text        NOT NULL,
  external_id          text        NOT NULL,
  name                 text        NOT NULL,
  street               text        NOT NULL,
  city                 text        NOT NULL,
  region               text        NOT NULL,
  postcode             text        NOT NULL,
  country              text        NOT NULL,
  lon                  double precision,
  lat                  double precision,
  placed               text        NOT NULL, -- how exactly: EXACT, POSTCODE, … NONE
  area                 text        NOT NULL, -- path in the geography tree, country first
  postcode_unit        text        NOT NULL,
  county_unit          text        NOT NULL,
  industry             text        NOT NULL,
  employees            bigint,
  annual_revenue_cents bigint,
  segment              text        NOT NULL,
  potential_cents      bigint      NOT NULL CHECK (potential_cents >= 0),
  workload_centihours  bigint      NOT NULL CHECK (workload_centihours >= 0),
  sales_cents          bigint      NOT NULL,
  pipeline_cents       bigint      NOT NULL CHECK (pipeline_cents >= 0),
  owner_key            text        NOT NULL, -- as the file named the owner
  territory_key        text        NOT NULL, -- as the file named the territory
  merged_into          uuid        REFERENCES account, -- the survivor of a merge, else null
  created_at           timestamptz NOT NULL,
  changed_at           timestamptz NOT NULL,
  version              bigint      NOT NULL DEFAULT 1,
  UNIQUE (source, external_id)
);
-- Lists are read page by page in this order.
CREATE INDEX account_by_name ON account (lower(name), id);
-- Finds by the beginning of any word of the name.
CREATE INDEX account_words ON account USING gin (to_tsvector('simple', name));
CREATE INDEX account_by_postcode ON account (postcode text_pattern_ops);
CREATE INDEX account_by_external_id ON account (lower(external_id) text_pattern_ops);

CREATE TABLE representative (
  id          uuid             PRIMARY KEY,
  source      text             NOT NULL,
  external_id text             NOT NULL,
  name        text             NOT NULL,
  email       text             NOT NULL,
  lon         double precision,
  lat         double precision,
  skills      text[]           NOT NULL,
  started_on  date,
  left_on     date,
  ramp_share  double precision NOT NULL CHECK (ramp_share BETWEEN 0 AND 1),
  quota_cents bigint           NOT NULL,
  version     bigint           NOT NULL DEFAULT 1,
  UNIQUE (source, external_id)
);
ALTER TABLE app_user
  ADD CONSTRAINT app_user_representative FOREIGN KEY (representative_id) REFERENCES representative;

CREATE TABLE deal (
  source       text   NOT NULL,
  external_id  text   NOT NULL,
  account_id   uuid   NOT NULL REFERENCES account,
  name         text   NOT NULL,
  stage        text   NOT NULL,
  state        text   NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
  opened_on    date   NOT NULL,
  closed_on    date,
  PRIMARY KEY (source, external_id),
  CHECK ((state = 'OPEN') = (closed_on IS NULL))
);
CREATE INDEX deal_of_account ON deal (account_id);

CREATE TABLE revenue (
  source       text   NOT NULL,
  account_id   uuid   NOT NULL REFERENCES account,
  on_day       date   NOT NULL,
  amount_cents bigint NOT NULL
);
CREATE INDEX revenue_of_account ON revenue (account_id, on_day);

CREATE TABLE contact (
  source            text    NOT NULL,
  account_id        uuid    NOT NULL REFERENCES account,
  representative_id uuid    REFERENCES representative,
  kind              text    NOT NULL,
  on_day            date    NOT NULL,
  minutes           integer NOT NULL CHECK (minutes >= 0)
);
CREATE INDEX contact_of_account ON contact (account_id, on_day);
