package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleLookupTest {

  private static final int SUBJECTS = 100;

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_lookup_and_the_plain_matcher_agree(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.ruleSet();
    RuleLookup lookup = compiled(rules);
    var plain = new PlainMatcher(rules, RandomRules.DIMENSIONS);

    for (int i = 0; i < SUBJECTS; i++) {
      Subject subject = random.subject();
      assertThat(lookup.findTerritory(subject))
          .as("%s", subject)
          .isEqualTo(plain.findTerritory(subject));
      assertThat(held(lookup, subject)).as("%s", subject).isEqualTo(plain.findAll(subject));
    }
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void alternatives_are_values_that_some_rule_treats_otherwise(long seed) {
    var random = new RandomRules(seed);
    RuleLookup lookup = compiled(random.ruleSet());
    Subject subject = random.subject();

    for (int dimension = 0; dimension < lookup.askedDimensions().size(); dimension++) {
      String name = lookup.askedDimensions().get(dimension).name();
      assertThat(steps(lookup.around(subject).walk(dimension)))
          .isSortedAccordingTo(Comparator.comparingDouble(Vicinity.Step::distance))
          .allSatisfy(step -> {
            assertThat(step.distance()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(subject.values().get(name)).isNotEqualTo(step.value());
            assertThat(step.winner())
                .isEqualTo(lookup.findWinner(subject.with(name, step.value())));
          });
    }
  }

  private static List<Vicinity.Step> steps(Vicinity.Walk walk) {
    return Stream.iterate(walk.next(), Optional::isPresent, before -> walk.next())
        .flatMap(Optional::stream)
        .toList();
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void subjects_decided_together_go_where_each_goes_alone(long seed) {
    var random = new RandomRules(seed);
    RuleLookup lookup = compiled(random.ruleSet());
    List<Subject> subjects = Stream.generate(random::subject).limit(SUBJECTS).toList();
    ClassColumns whole = lookup.columns(SUBJECTS);
    ClassColumns byColumn = lookup.columns(SUBJECTS);
    for (int subject = 0; subject < SUBJECTS; subject++) {
      whole.put(subject, subjects.get(subject));
    }
    RandomRules.DIMENSIONS.all().forEach(dimension -> putColumn(byColumn, dimension, subjects));

    int[] alone = subjects.stream().mapToInt(lookup::findWinner).toArray();
    assertThat(together(lookup, whole)).isEqualTo(alone);
    assertThat(together(lookup, byColumn)).isEqualTo(alone);
  }

  private static int[] together(RuleLookup lookup, ClassColumns columns) {
    int[] winners = new int[SUBJECTS];
    lookup.findWinners(columns, SUBJECTS, winners);
    return winners;
  }

  private static void putColumn(ClassColumns columns, Dimension dimension, List<Subject> subjects) {
    @Nullable String[] texts = new String[SUBJECTS];
    long[] numbers = new long[SUBJECTS];
    boolean[] known = new boolean[SUBJECTS];
    for (int subject = 0; subject < SUBJECTS; subject++) {
      switch (subjects.get(subject).values().get(dimension.name())) {
        case AttributeValue.Text text -> texts[subject] = text.value();
        case AttributeValue.Amount amount -> {
          numbers[subject] = amount.fixed();
          known[subject] = true;
        }
        case null -> {}
      }
    }
    if (dimension.type() instanceof DimensionType.Amount) {
      columns.putNumbers(dimension, numbers, known, SUBJECTS);
    } else {
      columns.putTexts(dimension, texts, SUBJECTS);
    }
  }

  /** Held against all values that rules tell apart, tried one by one. */
  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_nearest_value_by_which_another_rule_wins_is_found(long seed) {
    var random = new RandomRules(seed);
    RuleLookup lookup = compiled(random.ruleSet());
    for (int i = 0; i < 8; i++) {
      Subject subject = random.subject();
      Vicinity around = lookup.around(subject);
      int winner = lookup.findWinner(subject);
      assertThat(around.winner()).isEqualTo(winner);
      assertThat(around.held()).isEqualTo(lookup.findAll(subject));
      List<Dimension> asked = lookup.askedDimensions();
      for (int dimension = 0; dimension < asked.size(); dimension++) {
        String name = asked.get(dimension).name();
        OptionalDouble nearest =
            steps(around.walk(dimension)).stream()
                .filter(to -> lookup.findWinner(subject.with(name, to.value())) != winner)
                .mapToDouble(Vicinity.Step::distance)
                .min();
        if (!(asked.get(dimension).type() instanceof DimensionType.Identity)) {
          int number = dimension;
          Optional<Vicinity.Step> found =
              around.findNearest(dimension, rule -> rule != winner, Double.POSITIVE_INFINITY);
          found.ifPresent(step -> {
            assertThat(around.findNearest(number, rule -> rule != winner, step.distance()))
                .isEmpty();
            assertThat(
                    around.findNearest(
                        number, rule -> rule != winner, Math.nextUp(step.distance())))
                .isEqualTo(found);
            assertThat(lookup.findWinner(subject.with(name, step.value())))
                .as("%s", step)
                .isEqualTo(step.winner())
                .isNotEqualTo(winner);
          });
          assertThat(found.map(Vicinity.Step::distance).filter(distance -> distance <= 1))
              .as("%s %s", subject, name)
              .isEqualTo(
                  nearest.isPresent() ? Optional.of(nearest.getAsDouble()) : Optional.empty());
        }
      }
    }
  }

  @Test
  void columns_of_one_version_are_not_decided_by_another() {
    RuleLookup lookup = compiled(new RandomRules(1).ruleSet());
    ClassColumns others = compiled(new RandomRules(2).ruleSet()).columns(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> lookup.findWinners(others, 1, new int[1]))
        .withMessage("The columns must be of this lookup.");
  }

  /** A bit for each rule in each class would be 28 million words. */
  @Test
  void intervals_that_all_overlap_take_memory_by_where_they_end() {
    int count = 30_000;
    List<Rule> rules = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      var interval =
          new Interval(BigDecimal.valueOf(count - r), BigDecimal.valueOf(count + r), Span.NONE);
      var condition = new Condition.Range("employees", List.of(interval), false, Span.NONE);
      rules.add(new Rule(new RuleId("r" + r), 1, new TerritoryCode("T"), condition, Span.NONE));
    }
    var title = new TerritoryTitle(new TerritoryCode("T"), "", Span.NONE);
    RuleLookup lookup = compiled(RuleSet.of("l", "1", List.of(title), rules));

    assertThat(lookup.wordCount()).isLessThan(2 * count * 8 + 1_000);
    for (int r = 0; r < count; r += 1_000) {
      assertThat(lookup.findWinner(employees(count + r))).isEqualTo(r);
      assertThat(lookup.findWinner(employees(count - r))).isEqualTo(r);
    }
    assertThat(lookup.findAll(employees(count)).cardinality()).isEqualTo(count);
    assertThat(lookup.findWinner(employees(2L * count))).isEqualTo(RuleLookup.NONE);
  }

  private static Subject employees(long number) {
    return Subject.UNKNOWN.withNumber("employees", number);
  }

  @Test
  void a_lookup_survives_serialisation() throws Exception {
    var random = new RandomRules(11);
    RuleLookup lookup = compiled(random.ruleSet());

    RuleLookup copy = (RuleLookup) deserialised(serialised(lookup));

    for (int i = 0; i < SUBJECTS; i++) {
      Subject subject = random.subject();
      assertThat(copy.findWinner(subject)).isEqualTo(lookup.findWinner(subject));
    }
  }

  private static List<Rule> held(RuleLookup lookup, Subject subject) {
    return lookup.findAll(subject).stream().mapToObj(lookup::rule).toList();
  }

  private static RuleLookup compiled(RuleSet rules) {
    return switch (RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS).compile(rules)) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }

  private static byte[] serialised(Object object) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object deserialised(byte[] bytes) throws Exception {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
