package bailiwick.server.scenario;

import bailiwick.core.design.RuleBreach;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;

/** What deserves a second look in a design that was made. Values only. */
sealed interface DesignWarning extends Problem {

  @Override
  default Severity severity() {
    return Severity.WARNING;
  }

  /** A wish that the closest plan does not meet. */
  record WishNotMet(RuleBreach breach) implements DesignWarning {
    @Override
    public String code() {
      return "DESIGN_WISH_NOT_MET";
    }

    @Override
    public String message() {
      return breach.message();
    }

    @Override
    public Place place() {
      return breach.place();
    }

    @Override
    public String hint() {
      return "Give the search more time, or widen a tolerance.";
    }
  }

  /** Whether a small design is the best possible was to be proved, but could not be. */
  record NoExactAnswer(String reason) implements DesignWarning {
    @Override
    public String code() {
      return "DESIGN_NO_EXACT_ANSWER";
    }

    @Override
    public String message() {
      return "The exact solver gave no answer, so the plan is that of the search: " + reason;
    }

    @Override
    public String hint() {
      return "The plan keeps what it says; only the proof of how good it is may be missing.";
    }
  }

  /**
   * Accounts held by name and written rules speak of territories that the design does not have.
   *
   * @param base name of the scenario that holds them
   */
  record DropsHeld(String base, int before, int after, HeldAccounts held) implements DesignWarning {
    @Override
    public String code() {
      return "DESIGN_DROPS_RULES";
    }

    @Override
    public String message() {
      return "The design has %s territories and `%s` %s, so %s do not go on."
          .formatted(after, base, before, what());
    }

    private String what() {
      String named = "its named accounts (%s)".formatted(held.named().size());
      if (held.rules().isEmpty()) {
        return named;
      }
      return held.named().isEmpty() ? "its written rules" : "its written rules and " + named;
    }

    @Override
    public String hint() {
      return "Design as many territories as before, or write the rules anew for the new ones.";
    }
  }
}
