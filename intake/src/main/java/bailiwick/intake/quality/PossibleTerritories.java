package bailiwick.intake.quality;

import bailiwick.core.account.Account;
import bailiwick.core.account.Precision;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which territories an account may belong to when its place is doubtful: those that hold accounts
 * in the area it certainly lies in, as likely as they hold many. Learnt from the accounts whose
 * place is known by point or postcode.
 */
final class PossibleTerritories {

  private final Map<String, Map<Integer, Long>> inArea = new HashMap<>(); // area -> territory -> n

  /** Learns who has how many accounts in each country, region and county. */
  PossibleTerritories(Books books) {
    for (HeldAccount held : books.accounts()) {
      Precision precision = held.account().location().precision();
      if (held.territory() != HeldAccount.NOBODY && precision.compareTo(Precision.CITY) < 0) {
        String area = held.account().location().area();
        count("", held.territory());
        for (int depth = 1; depth <= 3 && !area.isEmpty(); depth++) {
          String prefix = prefix(area, depth);
          if (prefix != null) {
            count(prefix, held.territory());
          }
        }
      }
    }
  }

  private void count(String area, int territory) {
    inArea.computeIfAbsent(area, none -> new TreeMap<>()).merge(territory, 1L, Long::sum);
  }

  /** The first parts of a path; null when it has fewer. */
  private static @Nullable String prefix(String area, int parts) {
    int end = 0;
    for (int part = 0; part < parts; part++) {
      if (end > area.length()) {
        return null;
      }
      int slash = area.indexOf('/', end);
      end = (slash < 0 ? area.length() : slash) + 1;
    }
    return area.substring(0, end - 1);
  }

  /**
   * Weight of each territory that an account may belong to; always its own or nobody among them.
   */
  Map<Integer, Long> of(HeldAccount held) {
    Map<Integer, Long> possible = new TreeMap<>();
    String area = doubtfulArea(held.account());
    if (area != null) {
      inArea
          .getOrDefault(area, Map.of())
          .forEach((t, count) -> possible.merge(t, count, Long::sum));
    }
    String before = regionBefore(held.account());
    if (before != null) {
      Map<Integer, Long> there = inArea.getOrDefault(before, Map.of());
      there.forEach((t, count) -> possible.merge(t, count, Long::sum));
      // Either the postcode or the region is wrong, the one as likely as the other.
      long sum = there.values().stream().mapToLong(Long::longValue).sum();
      possible.merge(held.territory(), Math.max(1, sum), Long::sum);
    }
    boolean unheld = held.territory() == HeldAccount.NOBODY;
    if (unheld && area == null && before == null) {
      inArea
          .getOrDefault(county(held.account()), Map.of())
          .forEach((t, count) -> possible.merge(t, count, Long::sum));
    }
    possible.merge(held.territory(), 1L, Long::sum);
    return possible;
  }

  /** The area that a coarsely placed account lies in; null when its place is not in doubt. */
  private static @Nullable String doubtfulArea(Account account) {
    String area = account.location().area();
    return switch (account.location().precision()) {
      case EXACT, POSTCODE -> null;
      case CITY -> county(account);
      case REGION, COUNTRY -> area;
      case NONE -> "";
    };
  }

  private static String county(Account account) {
    String area = account.location().area();
    for (int depth = 3; depth > 0; depth--) {
      String prefix = prefix(area, depth);
      if (prefix != null) {
        return prefix;
      }
    }
    return area;
  }

  /** The region as it was written where the postcode said otherwise; null when it did not. */
  private @Nullable String regionBefore(Account account) {
    String written = account.upkeep().repaired().getOrDefault("region", "");
    String area = account.address().country() + "/" + written.strip().toUpperCase(Locale.ROOT);
    return !written.isBlank() && inArea.containsKey(area) ? area : null;
  }
}
