package bailiwick.intake.circulation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A row of the workbook.
 *
 * @param id identity of the account
 * @param potential money a year that could be sold
 * @param workloadHours hours a year that it takes
 * @param territory code of its territory, empty for none
 * @param locked whether it must stay where it is
 */
public record SentAccount(
    String id,
    String externalId,
    String name,
    String city,
    String region,
    String postcode,
    BigDecimal potential,
    BigDecimal workloadHours,
    String territory,
    boolean locked) {

  /** Headers of the cells that nobody may change, in order; the id comes first. */
  static final List<String> FIXED =
      List.of(
          "account_id",
          "external_id",
          "name",
          "city",
          "region",
          "postcode",
          "potential",
          "workload_hours",
          "locked",
          "territory");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  /** Header of the cell that is edited. */
  static final String EDITED = "new_territory";

  /** The fixed cells as text. */
  List<String> cells() {
    return List.of(
        id,
        externalId,
        name,
        city,
        region,
        postcode,
        plain(potential),
        plain(workloadHours),
        locked ? "locked" : "",
        territory);
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  /** A text as workbooks may keep it: they do not keep every blank and no control character. */
  static String plainText(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /**
   * Tells whether fixed cells are as they were sent; no secret, it finds mistakes and not fraud.
   */
  static String checksum(List<String> cells) {
    CRC32 sum = new CRC32();
    String joined =
        cells.stream().map(SentAccount::plainText).collect(Collectors.joining("\u001f"));
    sum.update(joined.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
