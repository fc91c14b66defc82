package bailiwick.server.rule;

import bailiwick.core.problem.Severity;
import bailiwick.rules.source.Span;
import bailiwick.rules.source.TextProblem;
import java.util.List;

/** What can be wrong with a JSON document of rules as a whole. */
public sealed interface DocumentProblem extends TextProblem {

  /**
   * A key that says nothing to rules.
   *
   * @param known those that do
   */
  record UnreadKey(String key, List<String> known, Span span) implements DocumentProblem {
    public UnreadKey {
      known = List.copyOf(known);
    }

    @Override
    public String code() {
      return "RULE_UNREAD_KEY";
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String message() {
      return "The key `%s` is none of a document of rules, so what stands there was not read."
          .formatted(key);
    }

    @Override
    public String hint() {
      return "Known are %s.".formatted(String.join(", ", known));
    }
  }

  /** Two keys say the same thing in two ways, so that one of them would be lost. */
  record Beside(String key, String other, Span span) implements DocumentProblem {
    @Override
    public String code() {
      return "RULE_KEYS_EXCLUDE";
    }

    @Override
    public String message() {
      return "A document that has `%s` cannot have `%s` beside it.".formatted(other, key);
    }

    @Override
    public String hint() {
      return other.equals("layers")
          ? "Put `%s` into each of the layers.".formatted(key)
          : "Leave one of the two out.";
    }
  }
}
