package bailiwick.intake.quality;

/**
 * Looks at every account of some books for reasons to doubt it. Same books, settings and seed, same
 * report.
 */
public final class QualityCheck {

  private QualityCheck() {}

  /**
   * Reports on all accounts of some books.
   *
   * @param seed of the worlds that the 90 % limits are drawn from
   */
  public static QualityReport report(Books books, QualitySettings settings, long seed) {
    JudgedAccounts judged =
        JudgedAccounts.judge(books.accounts()::forEach, books.known(), settings);
    int[] territoryOf = books.accounts().stream().mapToInt(HeldAccount::territory).toArray();
    return judged.report(books.territories(), territoryOf, seed);
  }
}
