package bailiwick.intake.account;

import static bailiwick.intake.mapping.FieldKind.AMOUNT;
import static bailiwick.intake.mapping.FieldKind.COUNT;
import static bailiwick.intake.mapping.FieldKind.DEGREES;
import static bailiwick.intake.mapping.FieldKind.TEXT;

import bailiwick.intake.mapping.Field;
import bailiwick.intake.mapping.FieldKind;
import bailiwick.intake.mapping.FieldSet;
import java.util.List;

/** The fields of an accounts file. */
public final class AccountFields {

  /** All of them, as the reference page lists them. */
  public static final FieldSet ALL =
      new FieldSet(
          "accounts",
          List.of(
              field(
                  "id",
                  TEXT,
                  "The account's id in the system it comes from; the name stands for it when no"
                      + " column does.",
                  "id, account id, account number, account no, customer id, customer number,"
                      + " company id, record id, external id, facility id, store number, key"),
              new Field(
                  "name",
                  TEXT,
                  true,
                  names(
                      "name, account name, company name, company, customer name, organization,"
                          + " organisation, organization name, business name, facility name, store"
                          + " name, customer, account"),
                  "The account's name as shown to people."),
              field(
                  "street",
                  TEXT,
                  "House and street.",
                  "street, address, address 1, address line 1, street address, billing street,"
                      + " billing address, shipping street"),
              field(
                  "city",
                  TEXT,
                  "Town or city.",
                  "city, town, billing city, shipping city, locality, municipality, post town"),
              field(
                  "region",
                  TEXT,
                  "State or first-level region, by code or name.",
                  "region, state code, state, province, state province, state region, billing"
                      + " state, billing state province, shipping state"),
              field(
                  "postcode",
                  TEXT,
                  "Postcode or ZIP code; lost zeros in front are put back.",
                  "postcode, zip, zip code, postal code, post code, billing postal code, billing"
                      + " zip, billing zip postal code, shipping postal code, plz"),
              field(
                  "country",
                  TEXT,
                  "Country, by ISO code or English name.",
                  "country, country code, country region, billing country, shipping country,"
                      + " nation"),
              field(
                  "lon",
                  DEGREES,
                  "Degrees east of Greenwich.",
                  "lon, longitude, lng, long, billing longitude"),
              field(
                  "lat",
                  DEGREES,
                  "Degrees north of the equator.",
                  "lat, latitude, billing latitude"),
              field(
                  "precision",
                  TEXT,
                  "How exactly the coordinates place it; other than exact, they are set aside and"
                      + " it is placed by its address.",
                  "precision"),
              field(
                  "industry",
                  TEXT,
                  "Industry: a NAICS code or title, or an everyday word such as retail.",
                  "industry, naics, naics code, industry code, primary industry, sector, vertical"),
              field(
                  "employees",
                  COUNT,
                  "Number of people who work there.",
                  "employees, number of employees, employee count, no of employees, staff,"
                      + " headcount"),
              field(
                  "revenue",
                  AMOUNT,
                  "The account's own revenue a year, in whole units of the plan's currency.",
                  "revenue, annual revenue, turnover"),
              field(
                  "segment",
                  TEXT,
                  "Size or value segment, such as enterprise.",
                  "segment, customer segment, account segment, tier, account tier, size band"),
              field(
                  "potential",
                  AMOUNT,
                  "Money a year that could be sold there.",
                  "potential, account potential, annual potential, market potential, sales"
                      + " potential, revenue potential, opportunity"),
              field(
                  "workload",
                  AMOUNT,
                  "Hours a year that serving it takes.",
                  "workload, workload hours, workload hours a year, service hours, hours"),
              field(
                  "sales",
                  AMOUNT,
                  "Money of the last twelve months; credit notes may make it negative.",
                  "sales, annual sales, sales last year, last year sales, current sales, sales ytd"),
              field(
                  "pipeline",
                  AMOUNT,
                  "Open opportunities, unweighted.",
                  "pipeline, open pipeline, pipeline value, open opportunities"),
              field(
                  "owner",
                  TEXT,
                  "Today's representative, by id, name or mail address.",
                  "owner, account owner, owner id, company owner, sales rep, sales rep id, rep, rep"
                      + " id, representative, representative id, salesperson, salesperson id, sales"
                      + " agent, account manager"),
              field(
                  "territory",
                  TEXT,
                  "Today's territory, by code or name.",
                  "territory, territory code, territory id, territory name, sales territory")));

  private AccountFields() {}

  private static Field field(String key, FieldKind kind, String meaning, String names) {
    return new Field(key, kind, false, names(names), meaning);
  }

  private static List<String> names(String joined) {
    return List.of(joined.split(", "));
  }
}
