package bailiwick.server.rule;

import bailiwick.core.area.AreaPath;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.space.Domain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Dimensions as a JSON document declares them. Not changed once read. */
final class JsonDomains {

  /** Between the levels of a path. */
  static final String SEPARATOR = String.valueOf(AreaPath.SEPARATOR);

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1L << 61);

  private final Set<String> prefixed;
  private final List<RuleProblem> problems;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();

  /**
   * @param prefixed fields that some rule asks about by prefixes
   * @param problems where to note what cannot be read
   */
  JsonDomains(Set<String> prefixed, List<RuleProblem> problems) {
    this.prefixed = prefixed;
    this.problems = problems;
  }

  /**
   * A field as the document names it.
   *
   * @param level which level of the dimension's tree it is, -1 of one without
   */
  record Field(String name, String dimension, int level) {}

  /** Takes the standard dimensions, whose values nobody lists. */
  void readNone() {
    for (Dimension dimension : Dimensions.STANDARD.all()) {
      dimensions.add(dimension);
      fields.add(new Field(dimension.name(), dimension.name(), -1));
    }
  }

  /** Reads a document's domains. */
  void read(LocatedJson.Fields declared) {
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
    Set<String> leaves = new LinkedHashSet<>();
    tree.all()
        .forEach(
            (above, below) -> texts(below).forEach(leaf -> leaves.add(above + SEPARATOR + leaf)));
    String dimension =
        add(name, new DimensionType.Area(), new Domain.Words(List.copyOf(leaves), false));
    String[] levels = name.split("_", 2);
    fields.add(new Field(levels[0], dimension, 0));
    // A name such as state_zip3 tells how long its codes are.
    fields.add(new Field(levels[levels.length - 1].replaceAll("[0-9]+$", ""), dimension, 1));
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
    fields.add(new Field(name, add(name, new DimensionType.Amount("", 0), domain), -1));
  }

  private void readWords(String name, LocatedJson.Items items) {
    Set<String> words = new LinkedHashSet<>(texts(items));
    DimensionType type =
        prefixed.contains(name) ? new DimensionType.Code() : new DimensionType.Text();
    fields.add(new Field(name, add(name, type, new Domain.Words(List.copyOf(words), false)), -1));
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
    String name = field.replaceAll("[^A-Za-z0-9.-]", "-");
    String start = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "x" + name : name;
    String free = start;
    for (int more = 2; domains.containsKey(free); more++) {
      free = start + "-" + more;
    }
    dimensions.add(new Dimension(free, type, field));
    domains.put(free, domain);
    return free;
  }

  private void unexpected(String expected, LocatedJson found) {
    problems.add(new RuleProblem.Unexpected(expected, JsonRulesReader.shown(found), found.span()));
  }

  Dimensions dimensions() {
    return new Dimensions(dimensions);
  }

  Map<String, Domain> domains() {
    return domains;
  }

  List<Field> fields() {
    return fields;
  }

  Optional<Field> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  DimensionType typeOf(Field field) {
    return dimensions.stream()
        .filter(dimension -> dimension.name().equals(field.dimension()))
        .findFirst()
        .orElseThrow()
        .type();
  }

  /** The paths of a tree's dimension, none when its values are not listed. */
  List<String> paths(Field field) {
    return domains.get(field.dimension()) instanceof Domain.Words words
        ? words.values()
        : List.of();
  }
}
