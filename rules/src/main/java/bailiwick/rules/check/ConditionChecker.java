package bailiwick.rules.check;

import bailiwick.core.area.AreaKind;
import bailiwick.core.area.AreaPath;
import bailiwick.core.area.AreaTree;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks conditions and the lists they refer to; collects what it finds. Not thread-safe. */
final class ConditionChecker {

  private final Dimensions dimensions;
  private final @Nullable AreaTree areas;
  private final List<RuleProblem> problems;
  private final Map<String, ValueList> lists = new HashMap<>();
  private final Set<String> usedLists = new HashSet<>();
  private final FieldDomains domains;

  ConditionChecker(
      RuleSet rules, Dimensions dimensions, @Nullable AreaTree areas, List<RuleProblem> problems) {
    this.dimensions = dimensions;
    this.areas = areas;
    this.problems = problems;
    rules.lists().forEach(list -> lists.putIfAbsent(list.name(), list));
    this.domains = FieldDomains.of(rules);
  }

  Set<String> usedLists() {
    return usedLists;
  }

  void checkList(ValueList list) {
    var values = list.entries().stream().map(ValueList.Entry::value).toList();
    if (list.dimension().equals(Dimension.TAG)) {
      checkRepeats(values);
      return;
    }
    Optional<Dimension> dimension = find(list.dimension(), list.span());
    if (dimension.isEmpty()) {
      return;
    }
    if (dimension.get().type() instanceof DimensionType.Amount) {
      wrongQuestion(dimension.get(), "in list", list.span());
    }
    checkRepeats(values);
    if (dimension.get().type() instanceof DimensionType.Area) {
      checkAreas(dimension.get(), values);
    } else {
      checkValues(dimension.get(), values);
    }
  }

  /**
   * Checks a condition.
   *
   * @param depth how many conditions stand around it
   */
  void check(Condition condition, int depth) {
    if (depth > RuleParser.DEEPEST) {
      problems.add(new RuleProblem.TooDeep(RuleParser.DEEPEST, condition.span()));
      return;
    }
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> check(part, depth + 1));
      case Condition.Any any -> any.parts().forEach(part -> check(part, depth + 1));
      case Condition.Not not -> check(not.part(), depth + 1);
      case Condition.Atom atom when atom.dimension().equals(Dimension.TAG) -> checkTags(atom);
      case Condition.Atom atom ->
          find(atom.dimension(), startOf(atom)).ifPresent(of -> checkAtom(atom, of));
    }
  }

  // The field stands first in a question.
  private static Span startOf(Condition.Atom atom) {
    Span span = atom.span();
    return new Span(
        span.file(),
        span.line(),
        span.column(),
        Math.min(span.length(), atom.dimension().length()));
  }

  private void checkAtom(Condition.Atom atom, Dimension dimension) {
    if (!fits(atom, dimension.type())) {
      wrongQuestion(dimension, askedBy(atom), atom.span());
      return;
    }
    switch (atom) {
      case Condition.In in -> {
        checkRepeats(in.values());
        checkValues(dimension, in.values());
      }
      case Condition.Prefix prefix -> {
        checkRepeats(prefix.prefixes());
        checkPrefixes(dimension, prefix.prefixes());
      }
      case Condition.Within within -> {
        checkRepeats(within.areas());
        checkAreas(dimension, within.areas());
      }
      case Condition.Range range ->
          range.intervals().forEach(interval -> checkInterval(interval, dimension));
      case Condition.Listed listed -> checkReference(listed);
    }
  }

  private void checkTags(Condition.Atom atom) {
    switch (atom) {
      case Condition.In in when !in.unknown() -> checkRepeats(in.values());
      case Condition.Listed listed when !listed.unknown() -> checkReference(listed);
      default ->
          problems.add(
              new RuleProblem.WrongQuestion(
                  Dimension.TAG,
                  atom.unknown() ? "unknown" : askedBy(atom),
                  "`is` or `in list`; what lacks a tag is asked for by `not`",
                  atom.span()));
    }
  }

  /** Values that must equal one of the domain. */
  private void checkValues(Dimension dimension, List<Value> values) {
    FieldDomain domain = domains.find(dimension).orElse(null);
    for (Value value : values) {
      Optional<String> text = textOf(dimension, value);
      if (text.isPresent() && domain != null && !domain.has(text.get())) {
        outside(value, dimension, domain);
      }
    }
  }

  private void checkPrefixes(Dimension dimension, List<Value> prefixes) {
    FieldDomain domain = domains.find(dimension).orElse(null);
    for (Value prefix : prefixes) {
      Optional<String> text = textOf(dimension, prefix);
      if (text.isPresent() && domain != null && !domain.hasCodeBelow(text.get())) {
        outside(prefix, dimension, domain);
      }
    }
  }

  /** A value in the form in which it is read; a problem when it cannot be. */
  private Optional<String> textOf(Dimension dimension, Value value) {
    Optional<String> text =
        dimension.type() instanceof DimensionType.Code code
            ? code.scheme().read(value.text())
            : Optional.of(value.text());
    if (text.isEmpty()) {
      problems.add(new RuleProblem.NotACode(value.text(), dimension.name(), value.span()));
    }
    return text;
  }

  private void outside(Value value, Dimension dimension, FieldDomain domain) {
    problems.add(
        new RuleProblem.OutsideDomain(
            value.text(), dimension.name(), domain.shown(), value.span()));
  }

  /** Checks a value that a subject has. */
  void checkGiven(Dimension dimension, Value given) {
    Optional<AttributeValue> read = Readings.read(dimension, given.text());
    if (read.isEmpty()) {
      problems.add(
          dimension.type() instanceof DimensionType.Amount
              ? new RuleProblem.NotANumber(given.text(), given.span())
              : new RuleProblem.NotACode(given.text(), dimension.name(), given.span()));
      return;
    }
    domains
        .find(dimension)
        .filter(domain -> !domain.has(dimension, read.get()))
        .ifPresent(domain -> outside(given, dimension, domain));
  }

  private static boolean fits(Condition.Atom atom, DimensionType type) {
    return switch (atom) {
      case Condition.In in -> !(type instanceof DimensionType.Area) && !isAmount(type);
      case Condition.Prefix prefix -> type instanceof DimensionType.Code;
      case Condition.Range range -> isAmount(type);
      case Condition.Within within -> type instanceof DimensionType.Area;
      case Condition.Listed listed -> !isAmount(type);
    };
  }

  private static boolean isAmount(DimensionType type) {
    return type instanceof DimensionType.Amount;
  }

  private static String askedBy(Condition.Atom atom) {
    return switch (atom) {
      case Condition.In in -> "is";
      case Condition.Prefix prefix -> "starts";
      case Condition.Range range -> "in";
      case Condition.Within within -> "within";
      case Condition.Listed listed -> "in list";
    };
  }

  private void wrongQuestion(Dimension dimension, String asked, Span span) {
    String fitting =
        switch (dimension.type()) {
          case DimensionType.Area area -> "`within` or `in list`";
          case DimensionType.Code code -> "`starts`, `is` or `in list`";
          case DimensionType.Text text -> "`is` or `in list`";
          case DimensionType.Identity identity -> "`is` or `in list`";
          case DimensionType.Amount amount -> "`in` and intervals, such as `in 50..249`";
        };
    problems.add(new RuleProblem.WrongQuestion(dimension.name(), asked, fitting, span));
  }

  private void checkReference(Condition.Listed listed) {
    usedLists.add(listed.list().text());
    ValueList list = lists.get(listed.list().text());
    if (list == null) {
      problems.add(
          new RuleProblem.UnknownList(
              listed.list().text(),
              lists.keySet().stream().sorted().toList(),
              listed.list().span()));
    } else if (!list.dimension().equals(listed.dimension())) {
      problems.add(
          new RuleProblem.ListOfOtherField(
              list.name(), list.dimension(), listed.dimension(), listed.list().span()));
    }
  }

  private void checkInterval(Interval interval, Dimension dimension) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    checkScale(low, dimension, interval.span());
    if (low == null || high == null || low.compareTo(high) != 0) {
      checkScale(high, dimension, interval.span());
    }
    if (low != null && high != null && low.compareTo(high) > 0) {
      problems.add(
          new RuleProblem.EmptyRange(low.toPlainString(), high.toPlainString(), interval.span()));
      return;
    }
    FieldDomain domain = domains.find(dimension).orElse(null);
    if (domain != null) {
      checkBounds(interval, dimension, domain);
    }
  }

  private void checkBounds(Interval interval, Dimension dimension, FieldDomain domain) {
    BigDecimal low = interval.low();
    BigDecimal high = interval.high();
    if (!domain.hasBetween(low, high)) {
      problems.add(
          new RuleProblem.OutsideDomain(
              interval.shown(), dimension.name(), domain.shown(), interval.span()));
      return;
    }
    checkBound(low, interval, dimension, domain);
    checkBound(high, interval, dimension, domain);
  }

  private void checkBound(
      @Nullable BigDecimal bound, Interval interval, Dimension dimension, FieldDomain domain) {
    if (bound != null && !domain.has(bound)) {
      problems.add(
          new RuleProblem.BeyondDomain(
              bound.toPlainString(), dimension.name(), domain.shown(), interval.span()));
    }
  }

  private void checkScale(@Nullable BigDecimal bound, Dimension dimension, Span span) {
    if (bound != null
        && dimension.type() instanceof DimensionType.Amount amount
        && Readings.fixed(bound, amount.scale()).isEmpty()) {
      problems.add(
          new RuleProblem.NumberOutOfScale(
              bound.toPlainString(), dimension.name(), amount.scale(), span));
    }
  }

  private void checkAreas(Dimension dimension, List<Value> paths) {
    FieldDomain domain = domains.find(dimension).orElse(null);
    if (domain != null) {
      paths.stream()
          .filter(path -> !domain.hasAreaAt(path.text()))
          .forEach(path -> outside(path, dimension, domain));
      return;
    }
    if (areas == null) {
      return;
    }
    for (Value path : paths) {
      if (areas.findNode(path.text()).isEmpty() && !isBelowPostcode(areas, path.text())) {
        problems.add(
            new RuleProblem.UnknownArea(path.text(), knownPart(areas, path.text()), path.span()));
      }
    }
  }

  /**
   * Whether a path leads on below a postcode, to a cell or a polygon: those have no list, and are
   * taken on trust.
   */
  private static boolean isBelowPostcode(AreaTree areas, String path) {
    OptionalInt known = areas.findNode(knownPart(areas, path));
    return known.isPresent()
        && areas.kind(known.getAsInt()) == AreaKind.POSTCODE
        && AreaPath.isComplete(path);
  }

  private static String knownPart(AreaTree areas, String path) {
    var up = AreaPath.findParent(path);
    while (up.isPresent() && areas.findNode(up.get()).isEmpty()) {
      up = AreaPath.findParent(up.get());
    }
    return up.orElse("");
  }

  private void checkRepeats(List<Value> values) {
    Set<String> seen = HashSet.newHashSet(values.size());
    for (Value value : values) {
      if (!seen.add(value.text())) {
        problems.add(new RuleProblem.RepeatedValue(value.text(), value.span()));
      }
    }
  }

  private Optional<Dimension> find(String name, Span span) {
    Optional<Dimension> dimension = dimensions.find(name);
    if (dimension.isEmpty()) {
      problems.add(new RuleProblem.UnknownField(name, known(), span));
    }
    return dimension;
  }

  /** The fields that may be asked about. */
  List<String> known() {
    return Stream.concat(dimensions.names().stream(), Stream.of(Dimension.TAG)).toList();
  }
}
