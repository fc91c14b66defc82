package bailiwick.server.rule;

import java.math.BigInteger;

/** Which part of a space some points are. */
final class Share {

  private Share() {}

  /**
   * The exact share as a fraction in lowest terms, such as {@code 1/12}; {@code 0} of nothing,
   * {@code 1} of all.
   *
   * @param all 1 or more
   */
  static String of(BigInteger points, BigInteger all) {
    BigInteger common = points.gcd(all);
    BigInteger above = points.divide(common);
    BigInteger below = all.divide(common);
    return below.equals(BigInteger.ONE) ? above.toString() : above + "/" + below;
  }
}
