package bailiwick.rules.cover;

import bailiwick.rules.source.Span;
import bailiwick.rules.source.TextProblem;

/** Why written rules cannot stand before the areas of a plan. Values only. */
public sealed interface WrittenProblem extends TextProblem {

  /** The rules are those of another coverage responsibility. */
  record OtherLayer(String written, String published, Span span) implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_OTHER_LAYER";
    }

    @Override
    public String message() {
      return "These are rules of the layer `%s`, but the plan is published in `%s`."
          .formatted(written, published);
    }

    @Override
    public String hint() {
      return "Begin the text with `rules %s`.".formatted(published);
    }
  }

  /** A rule or an example names a territory that the plan does not have. */
  record UnknownTerritory(String territory, String known, Span span) implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_UNKNOWN_TERRITORY";
    }

    @Override
    public String message() {
      return "The plan has no territory `%s`.".formatted(territory);
    }

    @Override
    public String hint() {
      return "It has %s.".formatted(known);
    }
  }

  /** A rule counts on some days only, while a plan holds from publication to publication. */
  record Dated(String rule, Span span) implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_DATED";
    }

    @Override
    public String message() {
      return "The rule `%s` has dates, which rules of a plan cannot have.".formatted(rule);
    }

    @Override
    public String hint() {
      return "Leave the dates out, and publish a scenario with the rule from the day it begins.";
    }
  }

  /** A rule names an account that is not on the books, or several systems have it. */
  record UnknownAccount(String account, Span span) implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_UNKNOWN_ACCOUNT";
    }

    @Override
    public String message() {
      return "No single account has the id `%s`.".formatted(account);
    }

    @Override
    public String hint() {
      return "Name it by its id in the system it came from; by ours when several systems have it.";
    }
  }

  /** A rule does not stand before the areas, or beside the plan's named accounts. */
  record WrongPriority(String rule, int priority, Span span) implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_PRIORITY";
    }

    @Override
    public String message() {
      return "The rule `%s` has the priority %s, which the plan's own rules have or come before."
          .formatted(rule, priority);
    }

    @Override
    public String hint() {
      return "Choose one from %s to %s to stand before the areas, or below %s to stand before named"
              .formatted(
                  AlignmentRules.NAMED_PRIORITY + 1,
                  AlignmentRules.AREA_PRIORITY - 1,
                  AlignmentRules.NAMED_PRIORITY)
          + " accounts, too.";
    }
  }

  /** Two rules of one priority send a subject to different territories. */
  record Clash(
      String rule, String territory, String other, String elsewhere, String witness, Span span)
      implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_CLASH";
    }

    @Override
    public String message() {
      return "The rules `%s` and `%s` have one priority, and both hold for %s: `%s` or `%s`?"
          .formatted(other, rule, witness, elsewhere, territory);
    }

    @Override
    public String hint() {
      return "Give one of them a lower priority number, or let it ask for less.";
    }
  }

  /** A rule that wins for nothing. */
  record NeverWins(String rule, Span span) implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_NEVER_WINS";
    }

    @Override
    public String message() {
      return "The rule `%s` decides nothing: it can never hold, or others always come first."
          .formatted(rule);
    }

    @Override
    public String hint() {
      return "Give it a lower priority number than what comes first, or leave it out.";
    }
  }

  /** The rules depend on each other in too many ways to be proven. */
  record TooEntangled(int rules, Span span) implements WrittenProblem {
    @Override
    public String code() {
      return "WRITTEN_TOO_ENTANGLED";
    }

    @Override
    public String message() {
      return "The %s rules depend on each other in too many ways to be proven free of clashes."
          .formatted(rules);
    }

    @Override
    public String hint() {
      return "Give them fewer fields in common, or put lists of values in place of many rules.";
    }
  }
}
