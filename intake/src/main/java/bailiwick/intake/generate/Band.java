package bailiwick.intake.generate;

/**
 * A size band of accounts and what is usual in it.
 *
 * <p>The figures follow what sales-operations texts give as usual: small deals close in weeks and
 * often, large ones in months and seldom.
 */
enum Band {
  SMB("smb", 0.28, 0.5, 45, 6, 2.0),
  MID_MARKET("mid-market", 0.24, 1.3, 90, 18, 7.0),
  ENTERPRISE("enterprise", 0.18, 3.2, 150, 60, 22.0);

  private static final long MID_MARKET_FROM = 100;
  private static final long ENTERPRISE_FROM = 1_000;

  private final String word;
  private final double winRate;
  private final double dealsInTwoYears;
  private final double cycleDays;
  private final double hoursPerYear;
  private final double contactsPerYear;

  Band(
      String word,
      double winRate,
      double dealsInTwoYears,
      double cycleDays,
      double hoursPerYear,
      double contactsPerYear) {
    this.word = word;
    this.winRate = winRate;
    this.dealsInTwoYears = dealsInTwoYears;
    this.cycleDays = cycleDays;
    this.hoursPerYear = hoursPerYear;
    this.contactsPerYear = contactsPerYear;
  }

  /** The band of a number of employees. */
  static Band of(long employees) {
    if (employees >= ENTERPRISE_FROM) {
      return ENTERPRISE;
    }
    return employees >= MID_MARKET_FROM ? MID_MARKET : SMB;
  }

  /** The word for it in files. */
  String word() {
    return word;
  }

  /** Share of closed deals that are won where the trade's win factor is 1. */
  double winRate() {
    return winRate;
  }

  /** Deals opened with an account in two years, on average. */
  double dealsInTwoYears() {
    return dealsInTwoYears;
  }

  /** Median days from opening to closing. */
  double cycleDays() {
    return cycleDays;
  }

  /** Median hours a year that a customer takes. */
  double hoursPerYear() {
    return hoursPerYear;
  }

  /** Contacts a year with a customer, on average. */
  double contactsPerYear() {
    return contactsPerYear;
  }
}
