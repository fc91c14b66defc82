package bailiwick.atlas;

import java.util.Set;

/**
 * Countries of their own in ISO 3166 whose post is the United States': there their code is that of
 * a state.
 */
final class Territories {

  private static final Set<String> OF_THE_US = Set.of("AS", "GU", "MP", "PR", "VI");

  private Territories() {}

  static boolean contains(String country) {
    return OF_THE_US.contains(country);
  }
}
