package bailiwick.intake.deal;

import static bailiwick.intake.mapping.FieldKind.AMOUNT;
import static bailiwick.intake.mapping.FieldKind.COUNT;
import static bailiwick.intake.mapping.FieldKind.DATE;
import static bailiwick.intake.mapping.FieldKind.TEXT;

import bailiwick.intake.mapping.Field;
import bailiwick.intake.mapping.FieldSet;
import java.util.List;

/** The fields of the files that figures are made of. */
public final class DealFields {

  private static final Field ACCOUNT =
      Field.of(
              "account",
              TEXT,
              "Id of the account.",
              "account, account id, customer id, company id, account number")
          .asNeeded();

  private static final Field OWNER =
      Field.of(
          "owner",
          TEXT,
          "The representative, by id, name or mail address.",
          "owner, owner id, sales agent, representative, rep, salesperson id, employee id");

  /** Of an opportunities file. */
  public static final FieldSet OPPORTUNITIES =
      new FieldSet(
          "opportunities",
          List.of(
              Field.of("id", TEXT, "The opportunity's id.", "id, opportunity id, deal id")
                  .asNeeded(),
              ACCOUNT,
              OWNER,
              Field.of(
                  "product",
                  TEXT,
                  "What would be sold, by id or name.",
                  "product, product id, product code, product name"),
              Field.of(
                  "stage",
                  TEXT,
                  "Stage; one that holds the word won or lost is closed.",
                  "stage, deal stage, stage name, status"),
              Field.of(
                  "amount",
                  AMOUNT,
                  "Money it would bring, in whole units of the plan's currency.",
                  "amount, value, close value, deal amount, deal value"),
              Field.of(
                  "opened",
                  DATE,
                  "Day it was opened.",
                  "opened, opened on, open date, created, created date, engage date"),
              Field.of(
                  "closed",
                  DATE,
                  "Day it was won or lost, or is expected to close.",
                  "closed, closed on, close date, expected close date")),
          List.of());

  /** Of a products file. */
  public static final FieldSet PRODUCTS =
      new FieldSet(
          "products",
          List.of(
              Field.of(
                  "id",
                  TEXT,
                  "The product's id; the name stands for it when no column does.",
                  "id, product id, product code, sku, product number, item number"),
              Field.of(
                  "name",
                  TEXT,
                  "The product's name; the id stands for it when blank.",
                  "name, product name, product, description"),
              Field.of(
                  "family",
                  TEXT,
                  "Product line.",
                  "family, product family, series, product line, category, line"),
              Field.of(
                  "price",
                  AMOUNT,
                  "List price, in whole units of the plan's currency.",
                  "price, list price, sales price, unit price, standard price")),
          List.of("name", "id"));

  /** Of a revenue file. */
  public static final FieldSet REVENUE =
      new FieldSet(
          "revenue",
          List.of(
              ACCOUNT,
              Field.of("year", COUNT, "Calendar year.", "year, fiscal year").asNeeded(),
              Field.of(
                      "amount",
                      AMOUNT,
                      "Money earned; credit notes may make it negative.",
                      "amount, revenue, sales, value")
                  .asNeeded()),
          List.of());

  /** Of an activities file. */
  public static final FieldSet ACTIVITIES =
      new FieldSet(
          "activities",
          List.of(
              ACCOUNT,
              OWNER,
              Field.of("date", DATE, "Day.", "date, day, on, activity date, month").asNeeded(),
              Field.of("kind", TEXT, "Such as call or visit.", "kind, type, activity type"),
              Field.of("count", COUNT, "How many; 1 when blank.", "count, activities, number")),
          List.of());

  /** Of a quotas file; a row names the representative, the territory or both. */
  public static final FieldSet QUOTAS =
      new FieldSet(
          "quotas",
          List.of(
              OWNER,
              Field.of(
                  "territory",
                  TEXT,
                  "Code of the territory.",
                  "territory, territory code, territory id"),
              Field.of(
                      "from",
                      DATE,
                      "First day of the period.",
                      "from, start, start date, period start, valid from, quota date")
                  .asNeeded(),
              Field.of(
                  "until",
                  DATE,
                  "First day no longer in the period.",
                  "until, end, end date, period end, valid until"),
              Field.of(
                  "months",
                  COUNT,
                  "Months that the period lasts, where no column holds its end.",
                  "months, period months, number of months"),
              Field.of(
                  "measure", TEXT, "What is counted; revenue when blank.", "measure, quota type"),
              Field.of(
                      "amount",
                      AMOUNT,
                      "What is asked for, in whole units of the plan's currency.",
                      "amount, quota, target, goal, value")
                  .asNeeded()),
          List.of("owner", "territory"));

  private DealFields() {}
}
