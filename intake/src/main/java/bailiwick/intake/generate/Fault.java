package bailiwick.intake.generate;

/**
 * What is wrong with one account's row, planted on purpose. At most one of these hits an account.
 */
enum Fault {
  MISSING_POSTCODE("missing-postcode", 0.010, "The postcode is blank; city and state are there."),
  ONLY_STATE("only-state", 0.002, "Of the address only the state is there."),
  STATE_CONTRADICTS_POSTCODE(
      "state-contradicts-postcode", 0.005, "The state is not the one that the postcode lies in."),
  ZERO_DROPPED("zero-dropped", 0.100, "The postcode lost the zero in front."),
  DUPLICATE("duplicate-account", 0.008, "The account stands twice, written a little differently."),
  OWNER_UNKNOWN("owner-unknown", 0.005, "The owner is none of the representatives."),
  NO_OWNER("no-owner", 0.006, "Neither owner nor territory: the account fell between."),
  UNKNOWN_INDUSTRY("unknown-industry", 0.010, "The industry is no industry."),
  EMPLOYEES_OUT_OF_RANGE("employees-out-of-range", 0.001, "The number of employees is below 0."),
  NEGLECTED(
      "neglected-account", 0.030, "Large potential, and nobody has called for more than a year.");

  private final String kind;
  private final double chance;
  private final String meaning;

  Fault(String kind, double chance, String meaning) {
    this.kind = kind;
    this.chance = chance;
    this.meaning = meaning;
  }

  /** The word for it in {@code truth.json}. */
  String kind() {
    return kind;
  }

  /** Chance of it among the accounts it can hit. */
  double chance() {
    return chance;
  }

  /** One sentence for {@code truth.json}. */
  String meaning() {
    return meaning;
  }
}
