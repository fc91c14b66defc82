package bailiwick.rules.attribute;

import java.io.Serializable;

/**
 * One attribute that rules may ask about.
 *
 * @param name the word for it in rules, API and screens: a letter, then letters, digits, {@code .}
 *     or {@code -}
 * @param type what its values are
 * @param description one sentence for people
 */
public record Dimension(String name, DimensionType type, String description)
    implements Serializable {

  /** Where the subject is, in the geography tree. */
  public static final Dimension AREA =
      new Dimension(
          "area", new DimensionType.Area(), "Where it is, from the country down to the postcode.");

  /** What the company does. */
  public static final Dimension INDUSTRY =
      new Dimension("industry", new DimensionType.Code(), "What it does, as a NAICS code.");

  /** How many people work there. */
  public static final Dimension EMPLOYEES =
      new Dimension(
          "employees", new DimensionType.Amount("people", 0, 0), "How many people work there.");

  /** Revenue a year. */
  public static final Dimension REVENUE =
      new Dimension(
          "revenue",
          new DimensionType.Amount("money", 2, 0),
          "What it sells a year, in the plan's currency.");

  /** Size or value segment. */
  public static final Dimension SEGMENT =
      new Dimension("segment", new DimensionType.Text(), "The segment marketing gave it.");

  /** The account itself, for named accounts. */
  public static final Dimension ACCOUNT =
      new Dimension("account", new DimensionType.Identity(), "The account itself, by its id.");

  public Dimension {
    if (!name.matches("[A-Za-z][A-Za-z0-9.-]*")) {
      throw new IllegalArgumentException(
          "The dimension's name (%s) must be a letter, then letters, digits, . or -."
              .formatted(name));
    }
  }
}
