package bailiwick.intake.account;

import static bailiwick.intake.mapping.FieldKind.AMOUNT;
import static bailiwick.intake.mapping.FieldKind.COUNT;
import static bailiwick.intake.mapping.FieldKind.DATE;
import static bailiwick.intake.mapping.FieldKind.DEGREES;
import static bailiwick.intake.mapping.FieldKind.LIST;
import static bailiwick.intake.mapping.FieldKind.TEXT;

import bailiwick.intake.mapping.Field;
import bailiwick.intake.mapping.FieldSet;
import java.util.List;

/** The fields of an accounts file. */
public final class AccountFields {

  /** All of them, as the reference page lists them. */
  public static final FieldSet ALL =
      new FieldSet(
          "accounts",
          List.of(
              Field.of(
                  "id",
                  TEXT,
                  "The account's id in the system it comes from; the name stands for it when no"
                      + " column does.",
                  "id, account id, account number, account no, customer id, customer number,"
                      + " company id, record id, external id, facility id, store number, key"),
              Field.of(
                  "name",
                  TEXT,
                  "The account's name as shown to people; the id stands for it when no column"
                      + " does.",
                  "name, account name, company name, company, customer name, organization,"
                      + " organisation, organization name, business name, facility name, store"
                      + " name, customer, account"),
              Field.of(
                  "street",
                  TEXT,
                  "House and street.",
                  "street, address, address 1, address line 1, street address, billing street,"
                      + " billing address, shipping street"),
              Field.of(
                  "city",
                  TEXT,
                  "Town or city.",
                  "city, town, billing city, shipping city, locality, municipality, post town"),
              Field.of(
                  "region",
                  TEXT,
                  "State or first-level region, by code or name.",
                  "region, state code, state, province, state province, state region, billing"
                      + " state, billing state province, shipping state"),
              Field.of(
                  "postcode",
                  TEXT,
                  "Postcode or ZIP code; lost zeros in front are put back.",
                  "postcode, zip, zip code, postal code, post code, billing postal code, billing"
                      + " zip, billing zip postal code, shipping postal code, plz"),
              Field.of(
                  "country",
                  TEXT,
                  "Country, by ISO code or English name.",
                  "country, country code, country region, billing country, shipping country,"
                      + " nation"),
              Field.of(
                  "lon",
                  DEGREES,
                  "Degrees east of Greenwich.",
                  "lon, longitude, lng, long, billing longitude"),
              Field.of(
                  "lat",
                  DEGREES,
                  "Degrees north of the equator.",
                  "lat, latitude, billing latitude"),
              Field.of(
                  "precision",
                  TEXT,
                  "How exactly the coordinates place it; other than exact, they are set aside and"
                      + " it is placed by its address.",
                  "precision"),
              Field.of(
                  "industry",
                  TEXT,
                  "Industry: a NAICS code or title, or an everyday word such as retail.",
                  "industry, naics, naics code, industry code, primary industry, sector, vertical"),
              Field.of(
                  "employees",
                  COUNT,
                  "Number of people who work there.",
                  "employees, number of employees, employee count, no of employees, staff,"
                      + " headcount"),
              Field.of(
                  "revenue",
                  AMOUNT,
                  "The account's own revenue a year, in whole units of the plan's currency.",
                  "revenue, annual revenue, turnover"),
              Field.of(
                  "segment",
                  TEXT,
                  "Size or value segment, such as enterprise.",
                  "segment, customer segment, account segment, tier, account tier, size band"),
              Field.of(
                  "product",
                  TEXT,
                  "Product line that it buys or may buy.",
                  "product, product line, product family"),
              Field.of(
                  "tags",
                  LIST,
                  "Its tags, between semicolons or bars.",
                  "tags, tag, labels, account tags"),
              Field.of(
                  "potential",
                  AMOUNT,
                  "Money a year that could be sold there.",
                  "potential, account potential, annual potential, market potential, sales"
                      + " potential, revenue potential"),
              Field.of(
                  "workload",
                  AMOUNT,
                  "Hours a year that serving it takes.",
                  "workload, workload hours, workload hours a year, service hours, hours"),
              Field.of(
                  "sales",
                  AMOUNT,
                  "Money of the last twelve months; credit notes may make it negative.",
                  "sales, annual sales, sales last year, last year sales, current sales, sales ytd"),
              Field.of(
                  "pipeline",
                  AMOUNT,
                  "Open opportunities, unweighted.",
                  "pipeline, open pipeline, pipeline value, open opportunities"),
              Field.of(
                  "owner",
                  TEXT,
                  "Today's representative, by id, name or mail address.",
                  "owner, account owner, owner id, company owner, sales rep, sales rep id, rep, rep"
                      + " id, representative, representative id, salesperson, salesperson id, sales"
                      + " agent, account manager"),
              Field.of(
                  "territory",
                  TEXT,
                  "Today's territory, by code or name.",
                  "territory, territory code, territory id, territory name, sales territory"),
              Field.of(
                  "website",
                  TEXT,
                  "Its web address or domain; tells duplicates and families.",
                  "website, web site, website url, web address, url, domain, company domain, company"
                      + " domain name, domain name, homepage"),
              Field.of(
                  "phone",
                  TEXT,
                  "Its telephone number; tells duplicates.",
                  "phone, telephone, phone number, telephone number, main phone, company phone,"
                      + " business phone, tel"),
              Field.of(
                  "parent",
                  TEXT,
                  "The account that it belongs to, by id or by a name that one account alone has;"
                      + " tells families.",
                  "parent, parent id, parent account, parent account id, subsidiary of, parent"
                      + " company, parent company id"),
              Field.of(
                  "changed",
                  DATE,
                  "Day on which its system last changed it; tells stale rows.",
                  "changed, changed on, last modified, last modified date, last modified on,"
                      + " modified, modified on, modified date, last updated, updated at, updated"
                      + " on, last update"),
              Field.of(
                  "repaired",
                  TEXT,
                  "Parts of the address that an earlier import settled, to what was written there,"
                      + " as JSON; written by --out.",
                  "repaired"),
              Field.of(
                  "unread",
                  TEXT,
                  "Fields that an earlier import could not read, to their text, as JSON; written by"
                      + " --out.",
                  "unread"),
              Field.of(
                  "imputed",
                  TEXT,
                  "Amounts that an earlier import filled, to what with, as JSON; written by --out.",
                  "imputed")),
          List.of("name", "id"),
          List.of());

  /** The same of a list of prospects. */
  public static final FieldSet PROSPECTS =
      new FieldSet("prospects", ALL.fields(), ALL.anyOf(), ALL.own());

  private AccountFields() {}
}
