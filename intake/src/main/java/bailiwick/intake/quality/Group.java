package bailiwick.intake.quality;

import java.util.List;

/**
 * Accounts that may be one company. Immutable.
 *
 * @param accounts their numbers, ascending, two or more
 * @param score of the likeliest pair among them, 0 to 1
 */
record Group(List<Integer> accounts, double score) {
  Group {
    accounts = List.copyOf(accounts);
  }
}
