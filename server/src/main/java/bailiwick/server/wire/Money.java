package bailiwick.server.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** An exact amount of money in JSON. Immutable. */
@Schema(description = "An exact amount of money.")
public record Money(
    @Schema(description = "Decimal number with two places.", example = "125000.00") String amount,
    @Schema(description = "ISO 4217 code.", example = "USD") String currency) {

  /** The amount given in hundredths. */
  public static Money ofCents(long cents, String currency) {
    return new Money(BigDecimal.valueOf(cents, 2).toPlainString(), currency);
  }
}
