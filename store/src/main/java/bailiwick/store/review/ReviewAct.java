package bailiwick.store.review;

import bailiwick.store.user.Role;
import java.util.Locale;
import java.util.Set;

/** What can be done about the review of a scenario, and by whom. */
public enum ReviewAct {
  /** Hand it to those who decide; it stays as it is from then on. */
  SUBMIT("SUBMITTED", "submitted"),
  /** Take it back to work on it. */
  WITHDRAW("WITHDRAWN", "withdrawn"),
  /** Let it be published as it is. */
  APPROVE("APPROVED", "approved"),
  /** Give it back with a reason. */
  SEND_BACK("RETURNED", "sent back");

  private final String kind;
  private final String done;

  ReviewAct(String kind, String done) {
    this.kind = kind;
    this.done = done;
  }

  /** Whether it can be done to a scenario that has come so far. */
  public boolean isPossible(ScenarioState state) {
    return switch (this) {
      case SUBMIT -> !state.isFrozen();
      case WITHDRAW -> state.isFrozen();
      case APPROVE, SEND_BACK -> state == ScenarioState.IN_REVIEW;
    };
  }

  /** Who may do it. */
  public Set<Role> roles() {
    return switch (this) {
      case SUBMIT, WITHDRAW -> Set.of(Role.ADMINISTRATOR, Role.PLANNER);
      case APPROVE, SEND_BACK -> Set.of(Role.ADMINISTRATOR, Role.MANAGER);
    };
  }

  /** As the store names what was done. */
  String kind() {
    return kind;
  }

  static ReviewAct ofKind(String kind) {
    for (ReviewAct act : values()) {
      if (act.kind.equals(kind)) {
        return act;
      }
    }
    throw new IllegalArgumentException("The kind of step (%s) is unknown.".formatted(kind));
  }

  /** What was done, as people say it: {@code sent back}. */
  public String done() {
    return done;
  }

  /** What can be done, as people say it: {@code send back}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** As the audit log names it. */
  String action() {
    return "scenario." + kind.toLowerCase(Locale.ROOT);
  }
}
