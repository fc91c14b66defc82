package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.lookup.Vicinity;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest change of attributes that leads elsewhere: fewest dimensions first, then the
 * shortest way. Another territory is preferred to nobody, and a known value to the unknown. Every
 * change has been tried on the rules before it is returned. Immutable and thread-safe.
 *
 * <p>Known limits: changes of one dimension are searched in full. Changes of several are searched
 * along single rules that would then hold; one that works only by rules joining dimensions with
 * {@code or} can be missed.
 */
final class ChangeFinder {

  private static final int MOST_DIMENSIONS = 3;
  private static final int MOST_RULES = 10;

  /** Stands for no territory. */
  private static final int NOBODYS = -1;

  private final RuleLookup lookup;
  private final List<Dimension> asked;
  private final int[] changeable; // numbers among those asked; amounts first, as they lie nearest
  private final int[] territoryOf; // [rule] -> number of its territory
  private final int firstChangeable; // the first rule that a change could make or break

  ChangeFinder(RuleLookup lookup) {
    this.lookup = lookup;
    this.asked = lookup.askedDimensions();
    this.changeable =
        IntStream.range(0, asked.size())
            .boxed()
            .filter(number -> isChangeable(asked.get(number)))
            .sorted(Comparator.comparing(number -> !isAmount(asked.get(number))))
            .mapToInt(Integer::intValue)
            .toArray();
    this.territoryOf = territories(lookup);
    this.firstChangeable =
        IntStream.range(0, lookup.ruleCount())
            .filter(rule -> asksChangeable(lookup.rule(rule).condition()))
            .findFirst()
            .orElse(lookup.ruleCount());
  }

  private static boolean isChangeable(Dimension dimension) {
    return !(dimension.type() instanceof DimensionType.Identity);
  }

  private static boolean isAmount(Dimension dimension) {
    return dimension.type() instanceof DimensionType.Amount;
  }

  private static int[] territories(RuleLookup lookup) {
    Map<TerritoryCode, Integer> numbers = new HashMap<>();
    return IntStream.range(0, lookup.ruleCount())
        .map(rule -> numbers.computeIfAbsent(lookup.rule(rule).territory(), code -> numbers.size()))
        .toArray();
  }

  private boolean asksChangeable(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().anyMatch(this::asksChangeable);
      case Condition.Any any -> any.parts().stream().anyMatch(this::asksChangeable);
      case Condition.Not not -> asksChangeable(not.part());
      case Condition.Atom atom ->
          asked.stream()
              .anyMatch(dimension ->
                  isChangeable(dimension) && dimension.name().equals(atom.dimension()));
    };
  }

  Optional<Trace.Change> find(Subject subject, Vicinity around) {
    int winner = around.winner();
    if (winner != RuleLookup.NONE && winner < firstChangeable) {
      return Optional.empty(); // a named account stays where it is, whatever else changes
    }
    TerritoryCode now = territoryOf(winner);
    int here = winner == RuleLookup.NONE ? NOBODYS : territoryOf[winner];
    return nearest(around, rule -> rule != RuleLookup.NONE && territoryOf[rule] != here)
        .map(step -> change(subject, List.of(step), territoryOf(step.winner())))
        .or(() -> severalChanges(subject, here, around))
        .or(() ->
            now == null
                ? Optional.empty()
                : nearest(around, rule -> rule == RuleLookup.NONE)
                    .map(step -> change(subject, List.of(step), null)));
  }

  private @Nullable TerritoryCode territoryOf(int rule) {
    return rule == RuleLookup.NONE ? null : lookup.rule(rule).territory();
  }

  /**
   * The nearest change of one dimension by which a wanted rule wins; of several as near that of the
   * first dimension.
   */
  private Optional<Vicinity.Step> nearest(Vicinity around, IntPredicate wanted) {
    Vicinity.Step nearest = null;
    double below = Double.POSITIVE_INFINITY;
    int of = Integer.MAX_VALUE;
    for (int dimension : changeable) {
      double limit = dimension < of ? Math.nextUp(below) : below;
      Vicinity.Step step = around.findNearest(dimension, wanted, limit).orElse(null);
      if (step != null) {
        nearest = step;
        below = step.distance();
        of = dimension;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private Optional<Trace.Change> severalChanges(Subject subject, int here, Vicinity around) {
    IntPredicate elsewhere = rule -> territoryOf[rule] != here;
    for (int dimensions = 2; dimensions <= MOST_DIMENSIONS; dimensions++) {
      Optional<List<Vicinity.Step>> found =
          IntStream.of(around.findFailing(dimensions, elsewhere, MOST_RULES))
              .mapToObj(rule -> towards(rule, around))
              .flatMap(Optional::stream)
              .filter(steps -> leadsTo(lookup.rule(steps.getFirst().winner()), steps, subject))
              .min(Comparator.comparingDouble(ChangeFinder::distance));
      if (found.isPresent()) {
        Rule reached = lookup.rule(found.get().getFirst().winner());
        return Optional.of(change(subject, found.get(), reached.territory()));
      }
    }
    return Optional.empty();
  }

  /** A step in every dimension that keeps a rule from holding; empty when one has none. */
  private static Optional<List<Vicinity.Step>> towards(int rule, Vicinity around) {
    List<Vicinity.Step> steps = new ArrayList<>();
    for (int dimension : around.failing(rule)) {
      Optional<Vicinity.Step> step = around.findTowards(dimension, rule);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return Optional.of(steps);
  }

  private boolean leadsTo(Rule rule, List<Vicinity.Step> steps, Subject subject) {
    Subject changed = subject;
    for (Vicinity.Step step : steps) {
      changed = changed.with(step.dimension().name(), step.value());
    }
    return lookup.findTerritory(changed).equals(Optional.of(rule.territory()));
  }

  private static double distance(List<Vicinity.Step> steps) {
    return steps.stream().mapToDouble(Vicinity.Step::distance).sum();
  }

  private static Trace.Change change(
      Subject subject, List<Vicinity.Step> steps, @Nullable TerritoryCode territory) {
    List<Trace.AttributeChange> changes =
        steps.stream()
            .map(step ->
                new Trace.AttributeChange(
                    step.dimension().name(),
                    text(subject.values().get(step.dimension().name()), step.dimension()),
                    text(step.value(), step.dimension()),
                    step.value() == null))
            .toList();
    return new Trace.Change(changes, territory);
  }

  private static String text(@Nullable AttributeValue value, Dimension dimension) {
    return dimension.shown(Optional.ofNullable(value));
  }
}
