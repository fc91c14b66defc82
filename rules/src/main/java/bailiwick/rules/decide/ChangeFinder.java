package bailiwick.rules.decide;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.FieldDomains;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.lookup.RuleLookup.Alternative;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
  private static final double DISTANCE_TO_OUTSIDE = 1;
  private static final double DISTANCE_TO_UNKNOWN = 2;
  private static final String ELSEWHERE = "elsewhere"; // no key of a country

  private final RuleLookup lookup;
  private final FieldDomains domains;
  private final List<Dimension> changeable;
  private final int firstChangeable; // the first rule that a change could make or break

  ChangeFinder(RuleLookup lookup) {
    this.lookup = lookup;
    this.domains = FieldDomains.of(lookup.rules());
    this.changeable =
        lookup.askedDimensions().stream()
            .filter(dimension -> !(dimension.type() instanceof DimensionType.Identity))
            .toList();
    this.firstChangeable =
        IntStream.range(0, lookup.ruleCount())
            .filter(rule -> asksChangeable(lookup.rule(rule).condition()))
            .findFirst()
            .orElse(lookup.ruleCount());
  }

  private boolean asksChangeable(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().anyMatch(this::asksChangeable);
      case Condition.Any any -> any.parts().stream().anyMatch(this::asksChangeable);
      case Condition.Not not -> asksChangeable(not.part());
      case Condition.Atom atom ->
          changeable.stream().anyMatch(dimension -> dimension.name().equals(atom.dimension()));
    };
  }

  /** A subject that differs from the one asked about, and by how much. */
  private record Candidate(Subject subject, double distance, Optional<TerritoryCode> territory) {}

  Optional<Trace.Change> find(Subject subject) {
    int winner = lookup.findWinner(subject);
    if (winner != RuleLookup.NONE && winner < firstChangeable) {
      return Optional.empty(); // a named account stays where it is, whatever else changes
    }
    Optional<TerritoryCode> now = lookup.findTerritory(subject);
    List<Candidate> single = singleChanges(subject, now);
    return nearest(single.stream().filter(to -> to.territory().isPresent()))
        .or(() -> severalChanges(subject, now))
        .or(() -> nearest(single.stream()))
        .map(candidate -> change(subject, candidate));
  }

  private static Optional<Candidate> nearest(Stream<Candidate> candidates) {
    return candidates.min(Comparator.comparingDouble(Candidate::distance));
  }

  /** Of each dimension, the nearest change to another territory and the nearest to nobody. */
  private List<Candidate> singleChanges(Subject subject, Optional<TerritoryCode> now) {
    List<Candidate> found = new ArrayList<>();
    for (Dimension dimension : changeable) {
      boolean nobody = now.isEmpty();
      for (Candidate to : (Iterable<Candidate>) changes(subject, dimension)::iterator) {
        if (to.territory().equals(now) || (nobody && to.territory().isEmpty())) {
          continue;
        }
        found.add(to);
        nobody |= to.territory().isEmpty();
        if (to.territory().isPresent()) {
          break;
        }
      }
    }
    return found;
  }

  private Stream<Candidate> changes(Subject subject, Dimension dimension) {
    Stream<Candidate> known =
        Stream.concat(
            alternatives(subject, dimension).map(to -> candidate(with(subject, to), to.distance())),
            outside(dimension)
                .map(area ->
                    candidate(subject.withText(dimension.name(), area), DISTANCE_TO_OUTSIDE)));
    return subject.find(dimension.name()).isEmpty() || domains.isAlwaysKnown(dimension)
        ? known
        : Stream.concat(
            known,
            Stream.of(0)
                .map(last -> candidate(subject.with(dimension.name(), null), DISTANCE_TO_UNKNOWN)));
  }

  /** Other values that there are: a tag is there or not, and a field declares all its values. */
  private Stream<Alternative> alternatives(Subject subject, Dimension dimension) {
    return lookup.alternatives(subject, dimension).filter(to -> domains.has(dimension, to.value()));
  }

  /** Where no rule names anything: no area that a rule names stands for that. */
  private Stream<String> outside(Dimension dimension) {
    return dimension.type() instanceof DimensionType.Area
        ? Stream.of(ELSEWHERE).filter(area -> domains.has(dimension, new AttributeValue.Text(area)))
        : Stream.empty();
  }

  private static Subject with(Subject subject, Alternative to) {
    return subject.with(to.dimension().name(), to.value());
  }

  private Candidate candidate(Subject subject, double distance) {
    return new Candidate(subject, distance, lookup.findTerritory(subject));
  }

  private Optional<Candidate> severalChanges(Subject subject, Optional<TerritoryCode> now) {
    for (int dimensions = 2; dimensions <= MOST_DIMENSIONS; dimensions++) {
      Optional<Candidate> found =
          nearest(
              lookup.findFailing(subject, dimensions).stream()
                  .filter(rule -> !now.equals(Optional.of(territoryOf(rule))))
                  .limit(MOST_RULES)
                  .mapToObj(rule -> towards(lookup.rule(rule), rule, subject))
                  .flatMap(Optional::stream)
                  .filter(to -> to.territory().isPresent() && !to.territory().equals(now)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private TerritoryCode territoryOf(int rule) {
    return lookup.rule(rule).territory();
  }

  /** The subject changed in every dimension that keeps a rule from holding. */
  private Optional<Candidate> towards(Rule rule, int number, Subject subject) {
    Subject changed = subject;
    double distance = 0;
    for (Dimension dimension : lookup.failingDimensions(subject, number)) {
      Optional<Alternative> to =
          alternatives(subject, dimension)
              .filter(other -> lookup.mayHold(number, with(subject, other), dimension))
              .findFirst();
      if (to.isPresent()) {
        changed = with(changed, to.get());
        distance += to.get().distance();
      } else if (domains.isAlwaysKnown(dimension)) {
        return Optional.empty();
      } else {
        changed = changed.with(dimension.name(), null);
        distance += DISTANCE_TO_UNKNOWN;
      }
    }
    Candidate candidate = candidate(changed, distance);
    return candidate.territory().equals(Optional.of(rule.territory()))
        ? Optional.of(candidate)
        : Optional.empty();
  }

  private Trace.Change change(Subject subject, Candidate to) {
    List<Trace.AttributeChange> changes =
        changeable.stream()
            .filter(dimension ->
                !subject.find(dimension.name()).equals(to.subject().find(dimension.name())))
            .map(dimension ->
                new Trace.AttributeChange(
                    dimension.name(),
                    text(subject, dimension),
                    text(to.subject(), dimension),
                    to.subject().find(dimension.name()).isEmpty()))
            .toList();
    return new Trace.Change(changes, to.territory().orElse(null));
  }

  private static String text(Subject subject, Dimension dimension) {
    return dimension.shown(subject.find(dimension.name()));
  }
}
