package bailiwick.cli.terminal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 30s}, {@code 2m}, {@code 1.5h}, {@code 500ms}. */
public final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|min|h)?");

  @Override
  public Duration convert(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (amount.matches()) {
      double number = Double.parseDouble(amount.group(1));
      return Duration.ofMillis(Math.round(number * millisOf(amount.group(2))));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'%s' is no duration such as 30s, 2m or 500ms".formatted(text));
    }
  }

  private static double millisOf(String unit) {
    if (unit == null) {
      return 1000;
    }
    return switch (unit) {
      case "ms" -> 1;
      case "m", "min" -> 60_000;
      case "h" -> 3_600_000;
      default -> 1000;
    };
  }
}
