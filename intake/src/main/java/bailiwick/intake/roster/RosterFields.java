package bailiwick.intake.roster;

import static bailiwick.intake.mapping.FieldKind.AMOUNT;
import static bailiwick.intake.mapping.FieldKind.DATE;
import static bailiwick.intake.mapping.FieldKind.DEGREES;
import static bailiwick.intake.mapping.FieldKind.LIST;
import static bailiwick.intake.mapping.FieldKind.SHARE;
import static bailiwick.intake.mapping.FieldKind.TEXT;

import bailiwick.intake.mapping.Field;
import bailiwick.intake.mapping.FieldSet;
import java.util.List;

/** The fields of a representatives file. */
public final class RosterFields {

  /** All of them, as the reference page lists them. */
  public static final FieldSet ALL =
      new FieldSet(
          "representatives",
          List.of(
              Field.of(
                  "id",
                  TEXT,
                  "The person's id in the system it comes from; the name stands for it when no"
                      + " column does.",
                  "id, representative id, rep id, salesperson id, employee id, user id, owner id"),
              Field.of(
                  "name",
                  TEXT,
                  "The person's name; the id stands for it when no column does.",
                  "name, full name, representative, sales rep, sales agent, salesperson, rep name,"
                      + " employee name, user name"),
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
              Field.of("email", TEXT, "Mail address.", "email, e mail, mail, email address"),
              Field.of(
                  "territory",
                  TEXT,
                  "Code of the territory served today.",
                  "territory, territory code, territory id, regional office"),
              Field.of("manager", TEXT, "Who leads the person.", "manager, manager id, reports to"),
              Field.of(
                  "street", TEXT, "Home: house and street.", "street, address, home street, home"),
              Field.of("city", TEXT, "Home: town or city.", "city, home city, town"),
              Field.of(
                  "region",
                  TEXT,
                  "Home: state or region, by code or name.",
                  "region, state, state code, home state, province"),
              Field.of(
                  "postcode",
                  TEXT,
                  "Home: postcode or ZIP code.",
                  "postcode, zip, zip code, postal code, home zip, home postcode, post code"),
              Field.of(
                  "country",
                  TEXT,
                  "Home: country, by ISO code or English name.",
                  "country, country code, home country"),
              Field.of(
                  "lon",
                  DEGREES,
                  "Home: degrees east of Greenwich.",
                  "lon, longitude, lng, home lon, home longitude"),
              Field.of(
                  "lat",
                  DEGREES,
                  "Home: degrees north of the equator.",
                  "lat, latitude, home lat, home latitude"),
              Field.of(
                  "skills",
                  LIST,
                  "Words such as enterprise, or NAICS codes, between semicolons.",
                  "skills, skill, specialities, specialties, verticals"),
              Field.of(
                  "start",
                  DATE,
                  "First day with the company.",
                  "start, start date, started, started on, hire date, hired"),
              Field.of(
                  "left",
                  DATE,
                  "First day no longer with the company.",
                  "left, left on, end date, end, leaving date, terminated, termination date"),
              Field.of(
                  "ramp",
                  SHARE,
                  "Share of a full load carried now: 0.5 or 50%.",
                  "ramp, ramp share, ramped, productivity"),
              Field.of(
                  "quota",
                  AMOUNT,
                  "Quota a year, in whole units of the plan's currency.",
                  "quota, annual quota, target, annual target, sales quota")),
          List.of("name", "id", "lastName"));

  private RosterFields() {}
}
