package bailiwick.server.account;

import bailiwick.core.account.Traits;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.check.FurtherFields;
import bailiwick.server.problem.ServerProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Product line, tags and own fields as a request gives them; null leaves a part as it is, and a
 * field that is null or empty becomes unknown.
 */
public record GivenTraits(
    @Nullable String product,
    @Nullable List<String> tags,
    @Nullable Map<String, @Nullable String> fields) {

  /**
   * The traits after a request.
   *
   * @param known fields that the rules in force ask about; others are kept as they are written
   * @throws ProblemException with every name that no field may have, and every text that is not a
   *     value of its field
   */
  Traits over(Traits before, FurtherFields known) {
    List<ServerProblem> problems = new ArrayList<>();
    Map<String, String> given = new HashMap<>();
    texts()
        .forEach((name, text) -> {
          if (!Traits.isFieldName(name)) {
            problems.add(
                new ServerProblem.Field(
                    "/fields/" + name,
                    "must be a letter, then letters, digits, dots, dashes or underscores"));
          } else {
            given.put(name, text);
            requireValue("/fields/" + name, name, text, known, problems);
          }
        });
    return traits(before, given, known, problems);
  }

  /**
   * The traits of a lead, which is kept as it came and decided once.
   *
   * @param known fields that the rules which decide it ask about
   * @throws ProblemException with every field that they do not know, and every text that is not a
   *     value of its field
   */
  public Traits ofLead(FurtherFields known) {
    List<ServerProblem> problems = new ArrayList<>();
    Map<String, String> given = new HashMap<>();
    texts()
        .forEach((name, text) -> {
          if (!known.has(name)) {
            problems.add(
                new ServerProblem.Field(
                    "/fields/" + name,
                    "is none that the rules declare; they declare "
                        + (known.names().isEmpty() ? "none" : String.join(", ", known.names()))));
          } else {
            given.put(name, text);
            requireValue("/fields/" + name, name, text, known, problems);
          }
        });
    return traits(Traits.NONE, given, known, problems);
  }

  private Traits traits(
      Traits before, Map<String, String> given, FurtherFields known, List<ServerProblem> problems) {
    String line = AccountPlacing.text(product);
    requireValue("/product", Dimension.PRODUCT.name(), line, known, problems);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new Traits(
            product == null ? before.product() : line,
            tags == null ? before.tags() : tags,
            before.fields())
        .withFields(given);
  }

  private static void requireValue(
      String pointer, String name, String text, FurtherFields known, List<ServerProblem> problems) {
    if (!text.isEmpty() && known.has(name) && !known.isValue(name, text)) {
      problems.add(
          new ServerProblem.Field(pointer, "(%s) is not %s".formatted(text, known.expected(name))));
    }
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    Objects.requireNonNullElse(fields, Map.<String, @Nullable String>of())
        .forEach((name, text) -> texts.put(name, AccountPlacing.text(text)));
    return texts;
  }
}
