package bailiwick.atlas.industry;

import bailiwick.atlas.pack.Columns;
import bailiwick.atlas.pack.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The industries of NAICS 2017, United States version. Immutable and thread-safe. */
public final class Industries {

  private final Map<String, Industry> byCode = new TreeMap<>();
  private final Map<String, Industry> sectorOf = new TreeMap<>(); // by the first two digits

  private Industries(List<Industry> industries) {
    for (Industry industry : industries) {
      byCode.put(industry.code(), industry);
      addSector(industry);
    }
  }

  private void addSector(Industry industry) {
    String code = industry.code();
    if (code.length() == 2) {
      sectorOf.put(code, industry);
    } else if (code.indexOf('-') == 2) { // 31-33
      int last = Integer.parseInt(code.substring(3));
      for (int digits = Integer.parseInt(code.substring(0, 2)); digits <= last; digits++) {
        sectorOf.put(Integer.toString(digits), industry);
      }
    }
  }

  /** The list that comes with the product. */
  public static Industries packaged() {
    List<Industry> industries = new ArrayList<>();
    new Shelf.Packaged("world")
        .rows(
            Columns.INDUSTRIES_FILE,
            Columns.INDUSTRIES,
            row -> industries.add(new Industry(row.getField(0), row.getField(1))));
    return new Industries(industries);
  }

  /** Every industry, in order of codes. */
  public List<Industry> all() {
    return List.copyOf(byCode.values());
  }

  /**
   * The industry of a code; of a code that is not listed the nearest level above it that is, up to
   * its sector.
   */
  public Optional<Industry> find(String code) {
    String digits = code.strip();
    for (int length = digits.length(); length > 2; length--) {
      Industry industry = byCode.get(digits.substring(0, length));
      if (industry != null) {
        return Optional.of(industry);
      }
    }
    return findSector(digits);
  }

  /** The sector of a code, such as {@code 31-33} Manufacturing for {@code 325412}. */
  public Optional<Industry> findSector(String code) {
    String digits = code.strip();
    return digits.length() < 2
        ? Optional.empty()
        : Optional.ofNullable(sectorOf.get(digits.substring(0, 2)));
  }
}
