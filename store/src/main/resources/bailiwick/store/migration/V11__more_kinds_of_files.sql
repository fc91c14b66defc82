-- What files tell beside accounts, people and figures: contacts, sites, territories, assignments, products, working
-- time, market figures. A delivery replaces the one before of its kind and source.

CREATE TABLE contact_person (
  source      text NOT NULL,
  external_id text NOT NULL, -- unique among those of the account where no system gave an id
  account_id  uuid NOT NULL REFERENCES account,
  name        text NOT NULL,
  title       text NOT NULL,
  email       text NOT NULL,
  phone       text NOT NULL
);
CREATE INDEX contact_person_of_account ON contact_person (account_id);

CREATE TABLE site (
  source        text NOT NULL,
  external_id   text NOT NULL,
  account_id    uuid NOT NULL REFERENCES account,
  name          text NOT NULL,
  kind          text NOT NULL,
  street        text NOT NULL,
  city          text NOT NULL,
  region        text NOT NULL,
  postcode      text NOT NULL,
  country       text NOT NULL,
  lon           double precision,
  lat           double precision,
  placed        text NOT NULL, -- as of an account
  area          text NOT NULL, -- path in the geography tree, country first
  PRIMARY KEY (source, external_id)
);
CREATE INDEX site_of_account ON site (account_id);

CREATE TABLE listed_territory (
  source      text NOT NULL,
  code        text NOT NULL,
  name        text NOT NULL,
  parent_code text NOT NULL,
  PRIMARY KEY (source, code)
);

-- Who had what by another system's account; what we decided ourselves is in the ledger.
CREATE TABLE listed_assignment (
  source            text NOT NULL,
  account_id        uuid REFERENCES account,
  unit              text NOT NULL,
  territory_code    text NOT NULL,
  owner_key         text NOT NULL, -- as the file named the owner
  representative_id uuid REFERENCES representative,
  from_day          date,
  until_day         date,
  CHECK (from_day < until_day),
  CHECK (territory_code <> '' OR owner_key <> '')
);
CREATE INDEX listed_assignment_of_account ON listed_assignment (account_id);

CREATE TABLE product (
  source      text   NOT NULL,
  external_id text   NOT NULL,
  name        text   NOT NULL,
  family      text   NOT NULL,
  price_cents bigint CHECK (price_cents >= 0),
  PRIMARY KEY (source, external_id)
);
ALTER TABLE deal ADD COLUMN product_key text NOT NULL DEFAULT ''; -- as the file named the product
ALTER TABLE deal ALTER COLUMN product_key DROP DEFAULT;

CREATE TABLE worked_time (
  source            text   NOT NULL,
  representative_id uuid   NOT NULL REFERENCES representative,
  on_day            date   NOT NULL,
  kind              text   NOT NULL,
  centihours        bigint NOT NULL CHECK (centihours > 0)
);
CREATE INDEX worked_time_of_representative ON worked_time (representative_id, on_day);

CREATE TABLE market_figure (
  source  text   NOT NULL,
  area    text   NOT NULL, -- path in the geography tree, country first
  measure text   NOT NULL,
  amount  bigint NOT NULL CHECK (amount >= 0) -- hundredths
);
CREATE INDEX market_figure_of_measure ON market_figure (measure, area text_pattern_ops);

-- Lists of prospects mark the accounts they bring; a file of accounts that has one makes it a customer.
ALTER TABLE account ADD COLUMN prospect boolean NOT NULL DEFAULT false;
CREATE INDEX account_prospects ON account (source) WHERE prospect;

-- How the columns of files are read, under a name.
CREATE TABLE mapping_profile (
  kind       text        NOT NULL, -- of file
  name       text        NOT NULL,
  profile    json        NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text        NOT NULL
);
CREATE UNIQUE INDEX mapping_profile_name ON mapping_profile (kind, lower(name));
