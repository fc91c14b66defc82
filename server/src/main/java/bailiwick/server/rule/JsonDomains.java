package bailiwick.server.rule;

import bailiwick.core.area.AreaPath;
import bailiwick.core.problem.Problem;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.check.DeclaredFields;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import bailiwick.rules.space.Domain;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Field;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Dimensions as a JSON document declares them. Not changed once read. */
final class JsonDomains {

  /** Between the levels of a path. */
  static final String SEPARATOR = String.valueOf(AreaPath.SEPARATOR);

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(Domain.Numbers.MOST);

  private Dimensions known = new Dimensions(List.of());
  private final Set<String> prefixed;
  private final List<Problem> problems;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final List<NamedField> fields = new ArrayList<>();
  private final List<Field> declared = new ArrayList<>();
  private final Map<String, NavigableMap<String, Set<String>>> paths = new HashMap<>(); // by fields

  /**
   * @param prefixed fields that some rule asks about by prefixes
   * @param problems where to note what cannot be read
   */
  JsonDomains(Set<String> prefixed, List<Problem> problems) {
    this.prefixed = prefixed;
    this.problems = problems;
  }

  /**
   * A field as the document names it.
   *
   * @param level which level of the dimension's tree it is, -1 of one without
   */
  record NamedField(String name, String dimension, int level) {}

  /** Takes the standard dimensions, and fields that the document declares as texts do. */
  void readDeclared(List<Field> more) {
    known = Dimensions.STANDARD;
    declared.addAll(more);
    var all = DeclaredFields.dimensions(more, known);
    dimensions.addAll(all.all());
    all.names().forEach(name -> fields.add(new NamedField(name, name, -1)));
  }

  /** Reads a document's domains. */
  void read(LocatedJson.Fields declared) {
    if (declared.all().size() > RuleSpace.MOST_AXES) {
      unexpected("at most %s domains".formatted(RuleSpace.MOST_AXES), declared);
    }
    declared
        .all()
        .forEach((name, values) -> {
          switch (values) {
            case LocatedJson.Fields tree -> readTree(name, tree);
            case LocatedJson.Items items when isRange(items) -> readRange(name, items);
            case LocatedJson.Items items -> readWords(name, items);
            default -> unexpected("a list of values, or a tree", values);
          }
        });
  }

  private void readTree(String name, LocatedJson.Fields tree) {
    String[] levels = name.split("_", 2);
    if (levels.length < 2 || levels[0].isEmpty()) {
      unexpected("a tree of two levels named after both, such as `state_zip3`", tree);
      return;
    }
    Set<String> leaves = new LinkedHashSet<>();
    tree.all()
        .forEach((above, below) -> {
          for (String leaf : texts(below)) {
            if ((above + leaf).contains(SEPARATOR) || above.isEmpty()) {
              unexpected("keys that are not blank and hold no " + SEPARATOR, below);
            }
            leaves.add(above + SEPARATOR + leaf);
          }
        });
    requireSome(leaves, tree);
    String dimension =
        add(name, new DimensionType.Area(), new Domain.Words(List.copyOf(leaves), false));
    // A name such as state_zip3 tells how long its codes are.
    String lower = levels[1].replaceAll("[0-9]+$", "");
    addField(new NamedField(levels[0], dimension, 0), tree);
    addField(new NamedField(lower, dimension, 1), tree);
    for (String leaf : leaves) {
      String above = leaf.substring(0, leaf.indexOf(AreaPath.SEPARATOR));
      pathsOf(levels[0]).computeIfAbsent(above, key -> new LinkedHashSet<>()).add(above);
      pathsOf(lower)
          .computeIfAbsent(leaf.substring(above.length() + 1), key -> new LinkedHashSet<>())
          .add(leaf);
    }
  }

  private NavigableMap<String, Set<String>> pathsOf(String field) {
    return paths.computeIfAbsent(field, name -> new TreeMap<>());
  }

  private void requireSome(Collection<?> values, LocatedJson of) {
    if (values.isEmpty()) {
      unexpected("at least one value", of);
    }
  }

  private void addField(NamedField field, LocatedJson at) {
    if (find(field.name()).isPresent()) {
      problems.add(new RuleProblem.Duplicate("field", field.name(), at.span()));
    }
    fields.add(field);
  }

  private static boolean isRange(LocatedJson.Items items) {
    return items.all().size() == 2
        && items.all().stream().allMatch(item -> item instanceof LocatedJson.Amount);
  }

  private void readRange(String name, LocatedJson.Items items) {
    BigDecimal low = ((LocatedJson.Amount) items.all().getFirst()).value();
    BigDecimal high = ((LocatedJson.Amount) items.all().getLast()).value();
    boolean whole = low.stripTrailingZeros().scale() <= 0 && high.stripTrailingZeros().scale() <= 0;
    if (!whole || low.compareTo(high) > 0 || low.abs().max(high.abs()).compareTo(HIGHEST) > 0) {
      unexpected("the lowest and the highest of whole numbers", items);
      return;
    }
    var domain = new Domain.Numbers(low.longValueExact(), high.longValueExact(), false);
    addField(new NamedField(name, add(name, new DimensionType.Amount("", 0), domain), -1), items);
  }

  private void readWords(String name, LocatedJson.Items items) {
    Set<String> words = new LinkedHashSet<>(texts(items));
    requireSome(words, items);
    DimensionType type =
        prefixed.contains(name) ? new DimensionType.Code() : new DimensionType.Text();
    addField(
        new NamedField(name, add(name, type, new Domain.Words(List.copyOf(words), false)), -1),
        items);
  }

  private List<String> texts(LocatedJson list) {
    List<String> texts = new ArrayList<>();
    if (list instanceof LocatedJson.Items items) {
      for (LocatedJson item : items.all()) {
        if (item instanceof LocatedJson.Text text && !text.value().isEmpty()) {
          texts.add(text.value());
        } else {
          unexpected("a text", item);
        }
      }
    } else {
      unexpected("a list of texts", list);
    }
    return texts;
  }

  /** Adds a dimension under a name that rules can have, and tells it. */
  private String add(String field, DimensionType type, Domain domain) {
    String name = field.replaceAll("[^A-Za-z0-9._-]", "-");
    String start = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "x" + name : name;
    String free = start;
    for (int more = 2; isTaken(free); more++) {
      free = start + "-" + more;
    }
    dimensions.add(new Dimension(free, type, field));
    domains.put(free, domain);
    declared.add(declared(free, type, domain));
    return free;
  }

  private boolean isTaken(String name) {
    return domains.containsKey(name) || RulePrinter.isWordOfTheLanguage(name);
  }

  /** A domain as texts declare it; a document's domains are complete. */
  private static Field declared(String name, DimensionType type, Domain domain) {
    Field.Kind kind =
        switch (type) {
          case DimensionType.Area area -> Field.Kind.AREA;
          case DimensionType.Code code -> Field.Kind.CODE;
          case DimensionType.Text text -> Field.Kind.WORDS;
          case DimensionType.Identity identity -> Field.Kind.WORDS;
          case DimensionType.Amount amount -> Field.Kind.NUMBER;
        };
    return switch (domain) {
      case Domain.Words(var values, boolean unknown) ->
          new Field(
              name, kind, 0, values.stream().map(Value::of).toList(), null, !unknown, Span.NONE);
      case Domain.Numbers(long low, long high, boolean unknown) ->
          new Field(name, kind, 0, List.of(), Interval.of(low, high), !unknown, Span.NONE);
      case Domain.Open(boolean unknown) ->
          new Field(name, kind, 0, List.of(), null, !unknown, Span.NONE);
      case Domain.Spans spans ->
          throw new IllegalStateException("A document has no domain of several intervals.");
    };
  }

  private void unexpected(String expected, LocatedJson found) {
    problems.add(new RuleProblem.Unexpected(expected, JsonReading.shown(found), found.span()));
  }

  /** The dimensions that rules may ask about besides those they declare. */
  Dimensions known() {
    return known;
  }

  /** The fields that the document declares. */
  List<Field> declared() {
    return declared;
  }

  List<NamedField> fields() {
    return fields;
  }

  Optional<NamedField> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  Dimension dimension(NamedField field) {
    return dimensions.stream()
        .filter(dimension -> dimension.name().equals(field.dimension()))
        .findFirst()
        .orElseThrow();
  }

  DimensionType typeOf(NamedField field) {
    return dimension(field).type();
  }

  /**
   * The paths of a tree whose key in the field's level is one, or begins with it. O(log keys +
   * paths).
   */
  Stream<String> paths(NamedField field, String key, boolean begins) {
    NavigableMap<String, Set<String>> all = paths.getOrDefault(field.name(), new TreeMap<>());
    return begins
        ? all.subMap(key, true, key + Character.MAX_VALUE, false).values().stream()
            .flatMap(Set::stream)
        : all.getOrDefault(key, Set.of()).stream();
  }
}
