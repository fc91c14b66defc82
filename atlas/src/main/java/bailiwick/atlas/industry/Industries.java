package bailiwick.atlas.industry;

import java.util.List;
import java.util.Optional;

/** The industries of NAICS 2017, United States version. Immutable and thread-safe. */
public final class Industries {

  /** The list that comes with the product, read on first use. */
  public static Industries packaged() {
    throw new UnsupportedOperationException();
  }

  /** Every industry, in order of codes. */
  public List<Industry> all() {
    throw new UnsupportedOperationException();
  }

  /** The industry of a code; of a code with too many digits the nearest level above that exists. */
  public Optional<Industry> find(String code) {
    throw new UnsupportedOperationException();
  }

  /** The sector of a code, such as {@code 31-33} Manufacturing for {@code 325412}. */
  public Optional<Industry> findSector(String code) {
    throw new UnsupportedOperationException();
  }
}
