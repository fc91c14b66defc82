package bailiwick.intake.mapping;

import bailiwick.core.account.Traits;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A field of the company's own, such as one that its rules declare. Immutable.
 *
 * @param name as rules and screens call it; columns have it for a header
 * @param isValue whether a text is a value of it
 * @param expected what its values are, for problems: {@code a whole number}
 */
public record OwnField(String name, Predicate<String> isValue, String expected) {

  /** Before its name in flags, profiles and headers: {@code field.tier}. */
  public static final String PREFIX = "field.";

  /** The key of a field by its name. */
  public static String key(String name) {
    return PREFIX + name;
  }

  /** The name in a key, empty when the key is none of an own field. */
  public static Optional<String> findName(String key) {
    return key.startsWith(PREFIX)
        ? Optional.of(key.substring(PREFIX.length())).filter(Traits::isFieldName)
        : Optional.empty();
  }
}
