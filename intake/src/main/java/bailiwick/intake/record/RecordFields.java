package bailiwick.intake.record;

import static bailiwick.intake.mapping.FieldKind.AMOUNT;
import static bailiwick.intake.mapping.FieldKind.DATE;
import static bailiwick.intake.mapping.FieldKind.DEGREES;
import static bailiwick.intake.mapping.FieldKind.TEXT;

import bailiwick.intake.mapping.Field;
import bailiwick.intake.mapping.FieldSet;
import java.util.List;

/** The fields of files of records. */
public final class RecordFields {

  private static final Field ACCOUNT =
      Field.of(
          "account",
          TEXT,
          "Id of the account.",
          "account, account id, customer id, company id, account number, associated company id,"
              + " company");

  private static final Field OWNER =
      Field.of(
          "owner",
          TEXT,
          "The representative, by id, name or mail address.",
          "owner, owner id, representative, rep, salesperson id, salesperson, employee id,"
              + " employee, sales agent, person, user, user id");

  private static final Field COUNTRY =
      Field.of(
          "country",
          TEXT,
          "Country, by ISO code or English name.",
          "country, country code, nation");

  /** Of a contacts file. */
  public static final FieldSet CONTACTS =
      new FieldSet(
          "contacts",
          List.of(
              Field.of(
                  "id",
                  TEXT,
                  "The person's id; the mail address or the name stands for it when no column"
                      + " does.",
                  "id, contact id, person id, record id"),
              ACCOUNT.asNeeded(),
              Field.of(
                  "name",
                  TEXT,
                  "The person's name.",
                  "name, contact name, full name, contact, person"),
              Field.of(
                  "firstName",
                  TEXT,
                  "First name, where the name stands in two columns.",
                  "first name, given name, forename"),
              Field.of(
                  "lastName",
                  TEXT,
                  "Last name, where the name stands in two columns.",
                  "last name, surname, family name"),
              Field.of(
                  "title",
                  TEXT,
                  "Position, such as Head of Purchasing.",
                  "title, job title, position, contact title, role, function"),
              Field.of("email", TEXT, "Mail address.", "email, e mail, mail, email address"),
              Field.of(
                  "phone",
                  TEXT,
                  "Telephone number.",
                  "phone, telephone, phone number, business phone, mobile, mobile phone")),
          List.of("name", "lastName", "email", "id"));

  /** Of a sites file. */
  public static final FieldSet SITES =
      new FieldSet(
          "sites",
          List.of(
              Field.of("id", TEXT, "The site's id.", "id, site id, location id, branch id, key")
                  .asNeeded(),
              ACCOUNT.asNeeded(),
              Field.of(
                  "name",
                  TEXT,
                  "The site's name.",
                  "name, site name, location name, branch, branch name, site"),
              Field.of(
                  "kind",
                  TEXT,
                  "Such as headquarters or warehouse.",
                  "kind, type, site type, location type, use"),
              Field.of(
                  "street",
                  TEXT,
                  "House and street.",
                  "street, address, address 1, street address"),
              Field.of("city", TEXT, "Town or city.", "city, town, locality"),
              Field.of(
                  "region",
                  TEXT,
                  "State or first-level region, by code or name.",
                  "region, state, state code, province, state province"),
              Field.of(
                  "postcode",
                  TEXT,
                  "Postcode or ZIP code; lost zeros in front are put back.",
                  "postcode, zip, zip code, postal code, post code, plz"),
              COUNTRY,
              Field.of("lon", DEGREES, "Degrees east of Greenwich.", "lon, longitude, lng, long"),
              Field.of("lat", DEGREES, "Degrees north of the equator.", "lat, latitude"),
              Field.of(
                  "precision",
                  TEXT,
                  "How exactly the coordinates place it; other than exact, they are set aside.",
                  "precision")),
          List.of("postcode", "city", "region", "country", "lat"));

  /** Of a territories file. */
  public static final FieldSet TERRITORIES =
      new FieldSet(
          "territories",
          List.of(
              Field.of(
                      "code",
                      TEXT,
                      "The territory's code, unique in the file.",
                      "code, territory code, territory id, id, territory, territory number")
                  .asNeeded(),
              Field.of(
                  "name",
                  TEXT,
                  "The territory's name; the code stands for it when blank.",
                  "name, territory name, description, label, territory label"),
              Field.of(
                  "parent",
                  TEXT,
                  "The territory above, by code or name.",
                  "parent, parent code, parent territory, parent territory id, parent id, group,"
                      + " region, region id, district")),
          List.of());

  /** Of an assignments file. */
  public static final FieldSet ASSIGNMENTS =
      new FieldSet(
          "assignments",
          List.of(
              ACCOUNT,
              Field.of(
                  "unit",
                  TEXT,
                  "Postcode or county that is assigned whole.",
                  "unit, unit id, postcode, zip, zip code, postal code, county, county fips, fips"),
              Field.of(
                  "territory",
                  TEXT,
                  "Code of the territory.",
                  "territory, territory code, territory id, sales territory"),
              OWNER,
              Field.of(
                  "from",
                  DATE,
                  "First day; ever since when blank.",
                  "from, start, start date, valid from, effective date, since"),
              Field.of(
                  "until",
                  DATE,
                  "First day no longer; it lasts when blank.",
                  "until, valid until, valid to, expires"),
              Field.of(
                  "last",
                  DATE,
                  "Last day, where a file names that instead of the first day no longer.",
                  "last, last day, end, end date, through, to")),
          List.of("territory", "owner"));

  /** Of a file of working time. */
  public static final FieldSet TIME =
      new FieldSet(
          "time",
          List.of(
              OWNER.asNeeded(),
              Field.of("date", DATE, "The day.", "date, day, on, work date, activity date")
                  .asNeeded(),
              Field.of(
                      "hours",
                      AMOUNT,
                      "Hours worked, above 0 and at most 24.",
                      "hours, hours worked, time, duration, duration hours, quantity")
                  .asNeeded(),
              Field.of(
                  "kind",
                  TEXT,
                  "What the time went to, such as visit, driving or office.",
                  "kind, type, activity, activity type, category, task")),
          List.of());

  /** Of a file of market figures; a row names the smallest area that it is about. */
  public static final FieldSet MARKET =
      new FieldSet(
          "market",
          List.of(
              Field.of(
                  "postcode",
                  TEXT,
                  "Postcode or ZIP code.",
                  "postcode, zip, zip code, zipcode, postal code, post code, plz, district"),
              Field.of(
                  "county",
                  TEXT,
                  "County, by FIPS code or, beside its state, by name.",
                  "county, fips, county fips, fips code, county code, county name"),
              Field.of(
                  "region",
                  TEXT,
                  "State or first-level region, by code or name.",
                  "region, state, state code, province"),
              COUNTRY,
              market("establishments", "Companies and branches.", "businesses, firms, companies"),
              market("employees", "People who work there.", "employment, jobs"),
              market("households", "Households.", "occupied housing units, housing units"),
              market("population", "People who live there.", "inhabitants, residents"),
              market(
                  "spend",
                  "Money spent there a year on what you sell, in whole units of the plan's"
                      + " currency.",
                  "addressable spend, expenditure, market size, market potential, purchasing"
                      + " power"),
              Field.of(
                  "measure",
                  TEXT,
                  "Name of the measure, where each row holds one.",
                  "measure, indicator, variable"),
              Field.of(
                  "amount",
                  AMOUNT,
                  "Amount of the measure that the row names.",
                  "amount, measure value, figure")),
          List.of("postcode", "county", "region", "country"));

  private static Field market(String key, String meaning, String otherNames) {
    return Field.of(key, AMOUNT, meaning, key + ", " + otherNames);
  }

  /** Fields of a market file that are measures of their own. */
  static final List<String> MARKET_MEASURES =
      List.of("establishments", "employees", "households", "population", "spend");

  private RecordFields() {}
}
