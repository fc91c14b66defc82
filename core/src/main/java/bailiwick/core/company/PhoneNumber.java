package bailiwick.core.company;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as its digits, without the trunk's zeros, the extension and everything between
 * digits. Immutable.
 *
 * <p>Numbers are not taken apart into country, area and line: with {@code +49 89 123456} and {@code
 * 089 123456} one ends as the other does, and that is what {@link #sameAs} looks at.
 *
 * @param digits at least {@value #LEAST_DIGITS}
 */
public record PhoneNumber(String digits) {

  /** Fewer digits tell an extension or a short code, which many have. */
  public static final int LEAST_DIGITS = 7;

  private static final Pattern EXTENSION =
      Pattern.compile("(?i)(ext\\.?|extension|x|durchwahl|#)\\s*\\d{1,6}\\s*$");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern ZEROS = Pattern.compile("^0+");

  public PhoneNumber {
    if (digits.length() < LEAST_DIGITS) {
      throw new IllegalArgumentException(
          "The number (%s) must have %s digits or more.".formatted(digits, LEAST_DIGITS));
    }
  }

  /** The number in a text; nothing for fewer digits than a number has, or one digit throughout. */
  public static Optional<PhoneNumber> find(String text) {
    String number = EXTENSION.matcher(text).replaceFirst("").replace("(0)", "");
    String digits = ZEROS.matcher(NO_DIGIT.matcher(number).replaceAll("")).replaceFirst("");
    boolean told = digits.length() >= LEAST_DIGITS && digits.chars().distinct().count() > 1;
    return told ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
  }

  /** The last digits, which are the same whenever {@link #sameAs} holds. */
  public String ending() {
    return digits.substring(digits.length() - LEAST_DIGITS);
  }

  /** Whether both are one number, perhaps written without its country or area. Symmetric. */
  public boolean sameAs(PhoneNumber other) {
    return digits.endsWith(other.digits) || other.digits.endsWith(digits);
  }
}
