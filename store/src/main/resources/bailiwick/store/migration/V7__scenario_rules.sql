-- Rules that planners write by hand: they come before the areas of the scenario's territories.
CREATE TABLE scenario_rules (
  scenario_id uuid PRIMARY KEY REFERENCES scenario ON DELETE CASCADE,
  text        text NOT NULL CHECK (text <> '')
);
