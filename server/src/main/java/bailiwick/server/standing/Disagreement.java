package bailiwick.server.standing;

/** In which way what is kept differs from what the rules in force decide. */
public enum Disagreement {
  /** The rules give the account to a territory, and the ledger to nobody. */
  NOT_IN_LEDGER(false, "The rules give it to %2$s, and the ledger to nobody."),
  /** The ledger gives the account to a territory, and no rule to anybody. */
  NOT_BY_RULES(false, "The ledger gives it to %1$s, and no rule to anybody."),
  /** The ledger and the rules name different territories. */
  OTHER_TERRITORY(false, "The ledger gives it to %1$s, and the rules to %2$s."),
  /** The ledger names a territory of another plan than the one in force. */
  OTHER_PLAN(false, "The ledger gives it to %1$s of another plan, and the rules to %2$s."),
  /** The account was merged into another, and the ledger still gives it to somebody. */
  MERGED(false, "It was merged into another, and the ledger gives it to %1$s all the same."),
  /** The opportunity went elsewhere than its account. */
  DEAL_ELSEWHERE(
      false, "It was sent to %1$s, where its account is not; the rules send that to %2$s."),
  /** The lead went elsewhere than the rules that decided it send it. */
  LEAD_ELSEWHERE(false, "It was sent to %1$s, and the rules that decided it send it to %2$s."),
  /** The account changed, and the move waits for somebody to make it. */
  MOVE_PROPOSED(true, "It changed since: its move from %1$s to %2$s is proposed."),
  /** A person decided otherwise than the rules, as an exception. */
  EXCEPTION(true, "It is an exception: it stays with %1$s though the rules give it to %2$s."),
  /** The opportunity is held. */
  DEAL_HELD(true, "It is held: it stays with %1$s though the rules send its account to %2$s.");

  private final boolean lawful;
  private final String sentence;

  Disagreement(boolean lawful, String sentence) {
    this.lawful = lawful;
    this.sentence = sentence;
  }

  /** Whether it is as it should be: such differences are named and not counted. */
  public boolean isLawful() {
    return lawful;
  }

  /** What differs, with the codes of territories; empty for nobody. */
  public String sentence(String kept, String byRules) {
    return sentence.formatted(orNobody(kept), orNobody(byRules));
  }

  private static String orNobody(String code) {
    return code.isEmpty() ? "nobody" : code;
  }
}
