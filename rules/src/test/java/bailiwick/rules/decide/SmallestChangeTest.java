package bailiwick.rules.decide;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Readings;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.syntax.RuleSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The smallest change of a decision, held against thousands of rule sets: with rules that join
 * dimensions by or and not, unknown values, custom fields, lists and priorities.
 */
class SmallestChangeTest {

  /** Rule sets of one test: so many that each kind of condition stands in hundreds. */
  private static final int BLOCK = 250;

  private static final int SUBJECTS = 4;

  /** First seeds of blocks: 5,000 rule sets, or one block with {@code -Dseed}. */
  static Stream<Integer> blocks() {
    String only = System.getProperty("seed");
    return only == null
        ? IntStream.range(0, 20).mapToObj(block -> 100_000 + block * BLOCK)
        : Stream.of(Integer.valueOf(only));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("blocks")
  void applying_it_moves_the_subject_and_nothing_smaller_does(int first) {
    for (int seed = first; seed < first + BLOCK; seed++) {
      var random = new RandomRules(seed);
      RuleSet rules = random.ruleSet();
      LeadRouter router = router(rules);
      var plain = new PlainMatcher(rules, RandomRules.DIMENSIONS);
      for (int i = 0; i < SUBJECTS; i++) {
        check(seed, random.subject(), router, plain);
      }
    }
  }

  private static void check(int seed, Subject subject, LeadRouter router, PlainMatcher plain) {
    Decision decision = router.decide(subject);
    Optional<TerritoryCode> now = decision.findTerritory();
    Trace.Change change = decision.trace().change();
    String shown = "seed %s: %s → %s, %s".formatted(seed, subject, now, change);

    assertThat(plain.findTerritory(subject)).as(shown).isEqualTo(now);
    assertThat(router.findTerritory(subject)).as(shown).isEqualTo(now);
    if (change != null) {
      Optional<TerritoryCode> then = plain.findTerritory(applied(change, subject));
      assertThat(then).as(shown).isEqualTo(Optional.ofNullable(change.territory()));
      assertThat(then).as(shown).isNotEqualTo(now);
    }
    if (oneValueLeadsElsewhere(subject, now, router)) {
      assertThat(change).as(shown).isNotNull();
      assertThat(Objects.requireNonNull(change).attributes()).as(shown).hasSize(1);
      assertThat(change.territory()).as(shown).isNotNull();
    } else if (change == null) {
      assertThat(oneValueLeadsToNobody(subject, now, router)).as(shown).isFalse();
    }
  }

  private static boolean oneValueLeadsElsewhere(
      Subject subject, Optional<TerritoryCode> now, LeadRouter router) {
    return otherValues(subject)
        .map(router::findTerritory)
        .anyMatch(then -> then.isPresent() && !then.equals(now));
  }

  private static boolean oneValueLeadsToNobody(
      Subject subject, Optional<TerritoryCode> now, LeadRouter router) {
    return now.isPresent()
        && otherValues(subject).map(router::findTerritory).anyMatch(Optional::isEmpty);
  }

  /** The subject with every value of the small world in every dimension, one at a time. */
  private static Stream<Subject> otherValues(Subject subject) {
    return RandomRules.DIMENSIONS.all().stream()
        .filter(dimension -> !(dimension.type() instanceof DimensionType.Identity))
        .flatMap(dimension ->
            Stream.concat(
                Stream.of(subject.with(dimension.name(), null)),
                RandomRules.valuesOf(dimension)
                    .map(value -> subject.with(dimension.name(), value))));
  }

  private static Subject applied(Trace.Change change, Subject subject) {
    Subject changed = subject;
    for (Trace.AttributeChange attribute : change.attributes()) {
      Dimension dimension = RandomRules.DIMENSIONS.find(attribute.dimension()).orElseThrow();
      AttributeValue value =
          attribute.toUnknown() ? null : Readings.read(dimension, attribute.to()).orElseThrow();
      changed = changed.with(attribute.dimension(), value);
    }
    return changed;
  }

  private static LeadRouter router(RuleSet rules) {
    var compiler = RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS);
    return switch (compiler.compile(rules)) {
      case Compilation.Compiled compiled -> new LeadRouter(compiled.lookup());
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
