package bailiwick.rules.syntax;

import bailiwick.rules.source.Span;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from one to another, both included.
 *
 * @param low null when open below
 * @param high null when open above
 * @param span where it stood
 */
public record Interval(@Nullable BigDecimal low, @Nullable BigDecimal high, Span span)
    implements Serializable {

  public Interval {
    low = low == null ? null : low.stripTrailingZeros();
    high = high == null ? null : high.stripTrailingZeros();
  }

  /** Whether a number lies in it. */
  public boolean contains(BigDecimal number) {
    return (low == null || low.compareTo(number) <= 0)
        && (high == null || high.compareTo(number) >= 0);
  }

  /** As rules write it, with its dots also when it holds one number. */
  public String shown() {
    return (low == null ? "" : low.toPlainString())
        + ".."
        + (high == null ? "" : high.toPlainString());
  }

  /** Whole numbers from {@code low} to {@code high}, made by the program. */
  public static Interval of(long low, long high) {
    return new Interval(BigDecimal.valueOf(low), BigDecimal.valueOf(high), Span.NONE);
  }
}
