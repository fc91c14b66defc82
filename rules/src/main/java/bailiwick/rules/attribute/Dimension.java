package bailiwick.rules.attribute;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One attribute that rules may ask about.
 *
 * @param name the word for it in rules, API and screens: a letter, then letters, digits, {@code .},
 *     {@code -} or {@code _}; a tag's is {@code tag} and the tag, with a blank between
 * @param type what its values are
 * @param description one sentence for people
 */
public record Dimension(String name, DimensionType type, String description)
    implements Serializable {

  /** The word by which rules ask about tags. */
  public static final String TAG = "tag";

  private static final String TAG_PREFIX = TAG + " ";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

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

  /** Product line. */
  public static final Dimension PRODUCT =
      new Dimension(
          "product", new DimensionType.Text(), "The product line that it buys or may buy.");

  /** The account itself, for named accounts. */
  public static final Dimension ACCOUNT =
      new Dimension("account", new DimensionType.Identity(), "The account itself, by its id.");

  public Dimension {
    if (!isName(name) && !isTag(name)) {
      throw new IllegalArgumentException(
          "The dimension's name (%s) must be a letter, then letters, digits, ., - or _."
              .formatted(name));
    }
  }

  /** Whether a dimension may have a name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The dimension of one tag: a subject has it, and then the value {@link AttributeValue#HAS_TAG},
   * or it does not, and then none. A subject may have many tags, so each is a dimension of its own.
   */
  public static Dimension ofTag(String tag) {
    return new Dimension(
        nameOfTag(tag), new DimensionType.Text(), "Whether it has the tag " + tag + ".");
  }

  /** The name of a tag's dimension. */
  static String nameOfTag(String tag) {
    return TAG_PREFIX + tag;
  }

  /** Whether it is that of a tag. */
  public boolean isTag() {
    return isTag(name);
  }

  /** The tag of a dimension's name, empty when it is no tag's. */
  public static Optional<String> findTag(String name) {
    return isTag(name) ? Optional.of(name.substring(TAG_PREFIX.length())) : Optional.empty();
  }

  private static boolean isTag(String name) {
    return name.length() > TAG_PREFIX.length() && name.startsWith(TAG_PREFIX);
  }

  /** A value as people read it; of a tag that a subject lacks, {@code no}. */
  public String shown(Optional<AttributeValue> value) {
    return value.map(known -> known.text(this)).orElse(isTag() ? "no" : "unknown");
  }
}
