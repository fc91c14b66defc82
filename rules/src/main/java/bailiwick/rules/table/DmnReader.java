package bailiwick.rules.table;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.table.DecisionTable.Input;
import bailiwick.rules.table.DecisionTable.Output;
import bailiwick.rules.table.DecisionTable.Row;
import bailiwick.rules.table.UnaryTests.Equal;
import bailiwick.rules.table.UnaryTests.UnaryTest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the decision tables of a DMN file, 1.1 to 1.5. Not thread-safe.
 *
 * <p>Whatever somebody put into the file, it ends in tables or in problems that point into it: the
 * file, its depth and what stands in it have limits, and document types are refused.
 *
 * <p>Known limits: an input is known by its expression's text; what the expression says is not
 * looked into. Outputs are compared as values where they are some, by their text otherwise.
 */
public final class DmnReader {

  /** Bytes of a file. */
  public static final int MOST_BYTES = 64 << 20;

  /** Rows of a table: some 100 MB of memory each 100,000 of ten columns. */
  static final int MOST_ROWS = 200_000;

  private static final String FEEL = "FEEL";

  private static final Set<String> NAMESPACES =
      Set.of(
          "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
          "http://www.omg.org/spec/DMN/20151101/",
          "http://www.omg.org/spec/DMN/20180521/MODEL/",
          "https://www.omg.org/spec/DMN/20180521/MODEL/",
          "http://www.omg.org/spec/DMN/20191111/MODEL/",
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          "https://www.omg.org/spec/DMN/20211108/MODEL/",
          "https://www.omg.org/spec/DMN/20230324/MODEL/");

  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");

  private final List<Problem> problems = new ArrayList<>();
  private final List<DecisionTable> tables = new ArrayList<>();
  private final DmnTypes types;

  private DmnReader(LocatedXml root) {
    this.types = new DmnTypes(root);
  }

  /**
   * Reads a file. O(its length).
   *
   * @param file its name, which problems carry
   * @return its tables in order, at least one
   * @throws ProblemException with every place that cannot be read
   */
  public static List<DecisionTable> read(String file, byte[] bytes) {
    var start = new Span(file, 1, 1, 1);
    if (bytes.length > MOST_BYTES) {
      throw ProblemException.of(
          new TableProblem.TooLarge("The bytes of the file are", MOST_BYTES, start));
    }
    return read(new Source(file, decoded(bytes, start)));
  }

  /**
   * Reads a file that was decoded already, whatever encoding it names. O(its length).
   *
   * @return its tables in order, at least one
   * @throws ProblemException with every place that cannot be read
   */
  public static List<DecisionTable> read(Source source) {
    LocatedXml root = LocatedXml.read(source);
    if (!root.name().equals("definitions") || !NAMESPACES.contains(root.namespace())) {
      String found = "`%s` of the namespace `%s`".formatted(root.name(), root.namespace());
      throw ProblemException.of(new TableProblem.NotDmn(found, root.span()));
    }
    var reader = new DmnReader(root);
    reader.collect(root, root);
    if (reader.tables.isEmpty() && reader.problems.isEmpty()) {
      reader.problems.add(new TableProblem.None(root.span()));
    }
    if (!reader.problems.isEmpty()) {
      throw new ProblemException(reader.problems);
    }
    return reader.tables;
  }

  private static String decoded(byte[] bytes, Span start) {
    Charset charset = charset(bytes, start);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException strange) {
      throw ProblemException.of(
          new TableProblem.NotXml("its bytes are no text in " + charset.name(), start));
    }
  }

  private static Charset charset(byte[] bytes, Span start) {
    int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
    if (first == 0xFEFF || first == 0xFFFE) {
      return StandardCharsets.UTF_16;
    }
    if (first == '<') {
      return StandardCharsets.UTF_16BE;
    }
    if (first == '<' << 8) {
      return StandardCharsets.UTF_16LE;
    }
    int length = Math.min(200, bytes.length);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher told = ENCODING.matcher(head);
    if (!told.find()) {
      return StandardCharsets.UTF_8;
    }
    if (!Charset.isSupported(told.group(1))) {
      throw ProblemException.of(
          new TableProblem.NotXml(
              "its encoding `%s` is not known".formatted(told.group(1)), start));
    }
    return Charset.forName(told.group(1));
  }

  /** Finds tables wherever they stand in decisions and business knowledge models. */
  private void collect(LocatedXml element, LocatedXml owner) {
    for (LocatedXml child : element.children()) {
      switch (child.name()) {
        case "decisionTable" -> tryTo(() -> table(child, owner)).ifPresent(tables::add);
        case "decision", "businessKnowledgeModel" -> collect(child, child);
        default -> collect(child, owner);
      }
    }
  }

  private <T> Optional<T> tryTo(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ProblemException unreadable) {
      problems.addAll(unreadable.problems());
      return Optional.empty();
    }
  }

  private DecisionTable table(LocatedXml table, LocatedXml owner) {
    HitPolicy policy =
        HitPolicy.find(table.attribute("hitPolicy"))
            .orElseThrow(() ->
                ProblemException.of(
                    new TableProblem.NotUnderstood(
                        "the hit policy `%s`".formatted(table.attribute("hitPolicy")),
                        HitPolicy.NAMES,
                        table.spanOf("hitPolicy"))));
    List<Input> inputs = new ArrayList<>();
    table.children("input").forEach(input -> inputs.add(input(input, inputs.size() + 1)));
    List<Output> outputs = new ArrayList<>();
    table.children("output").forEach(output -> outputs.add(output(output, owner)));
    require(inputs.size() <= RuleSpace.MOST_AXES, "The inputs are", RuleSpace.MOST_AXES, table);
    require(table.children("rule").count() <= MOST_ROWS, "The rows are", MOST_ROWS, table);
    List<Row> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    table
        .children("rule")
        .forEach(rule -> {
          if (!rule.attribute("id").isEmpty() && !ids.add(rule.attribute("id"))) {
            problems.add(
                new RuleProblem.Duplicate("rule", rule.attribute("id"), rule.spanOf("id")));
          }
          rows.add(row(rule, rows.size() + 1, inputs.size(), outputs.size()));
        });
    if (rows.isEmpty()) {
      problems.add(new TableProblem.Incomplete("The table has no rule", table.span()));
    }
    String decision = owner.attribute("id");
    String name = owner.attribute("name");
    return new DecisionTable(
        table.attribute("id").isEmpty() ? decision : table.attribute("id"),
        decision,
        name.isEmpty() ? decision : name,
        policy,
        inputs,
        outputs,
        rows,
        table.span());
  }

  private static void require(boolean isFine, String what, long limit, LocatedXml at) {
    if (!isFine) {
      throw ProblemException.of(new TableProblem.TooLarge(what, limit, at.span()));
    }
  }

  private Input input(LocatedXml input, int number) {
    Optional<LocatedXml> expression = input.find("inputExpression");
    String text =
        expression
            .flatMap(asked -> asked.find("text"))
            .map(asked -> inOneLine(asked.text().value()))
            .orElse("");
    String typeRef = expression.map(asked -> asked.attribute("typeRef")).orElse("");
    DmnTypes.Type type = typeRef.isEmpty() ? types.ofExpression(text) : types.ofName(typeRef);
    Optional<UnaryTests> allowed =
        input
            .find("inputValues")
            .flatMap(this::values)
            .or(() -> type.allowed().flatMap(this::values));
    String label = input.attribute("label");
    String name = !text.isEmpty() ? text : !label.isEmpty() ? label : "input " + number;
    Span span = expression.map(asked -> asked.text("text").span()).orElse(input.span());
    return new Input(name, type.kind(), allowed, text.isEmpty() ? input.span() : span);
  }

  /** A list of values, empty when it lists none. */
  private Optional<UnaryTests> values(LocatedXml list) {
    return tryTo(() -> UnaryTestsReader.read(list.text("text"))).filter(tests -> !tests.isAny());
  }

  private Output output(LocatedXml output, LocatedXml owner) {
    String typeRef = output.attribute("typeRef");
    DmnTypes.Type type =
        typeRef.isEmpty() ? types.ofExpression(owner.attribute("name")) : types.ofName(typeRef);
    List<String> values =
        output
            .find("outputValues")
            .or(type::allowed)
            .flatMap(this::values)
            .map(DmnReader::listed)
            .orElse(List.of());
    String name = output.attribute("name");
    return new Output(
        name.isEmpty() ? output.attribute("label") : name,
        values,
        output.find("defaultOutputEntry").map(entry -> said(entry.text("text"))),
        output.span());
  }

  /** The values of a list that names each; none when it has intervals, which have no order. */
  private static List<String> listed(UnaryTests tests) {
    List<String> values = new ArrayList<>();
    for (UnaryTest test : tests.tests()) {
      if (!(test instanceof Equal equal) || tests.negated()) {
        return List.of();
      }
      values.add(equal.to().text());
    }
    return values;
  }

  private Row row(LocatedXml rule, int number, int inputs, int outputs) {
    List<UnaryTests> cells = new ArrayList<>(inputs);
    List<String> says = new ArrayList<>(outputs);
    List<Span> spans = new ArrayList<>(outputs);
    for (LocatedXml entry : rule.children()) {
      if (entry.name().equals("inputEntry")) {
        requireFeel(entry);
        LocatedText text = entry.text("text");
        cells.add(
            tryTo(() -> UnaryTestsReader.read(text))
                .orElse(new UnaryTests(false, List.of(), text.span())));
      } else if (entry.name().equals("outputEntry")) {
        LocatedText text = entry.text("text");
        says.add(said(text));
        spans.add(text.span());
      }
    }
    requireCount("input", cells.size(), inputs, rule);
    requireCount("output", says.size(), outputs, rule);
    return new Row(rule.attribute("id"), number, cells, says, spans, rule.span());
  }

  /** A value as FEEL writes it, or the text of any other expression. */
  private static String said(LocatedText text) {
    return UnaryTestsReader.findLiteral(text).map(Literal::text).orElse(inOneLine(text.value()));
  }

  private void requireFeel(LocatedXml entry) {
    String language = entry.attribute("expressionLanguage");
    if (!language.isEmpty() && !language.toUpperCase(Locale.ROOT).contains(FEEL)) {
      problems.add(
          new TableProblem.NotUnderstood(
              "an entry in the language `%s`".formatted(language),
              "entries in FEEL",
              entry.spanOf("expressionLanguage")));
    }
  }

  private void requireCount(String what, int found, int wanted, LocatedXml rule) {
    if (found != wanted) {
      problems.add(
          new TableProblem.Incomplete(
              "The rule has %s %s entries, but the table has %s %s columns"
                  .formatted(found, what, wanted, what),
              rule.span()));
    }
  }

  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
