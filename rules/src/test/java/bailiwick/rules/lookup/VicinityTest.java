package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.DimensionType;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against rules tried one by one, where rules take several pages of memory. */
class VicinityTest {

  private static final int RULES = 2_000;
  private static final int SUBJECTS = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_rules_that_hold_are_those_that_hold_one_by_one(long seed) {
    var random = new SplittableRandom(seed);
    RuleSet rules = rules(random);
    RuleLookup lookup = compiled(rules);
    var plain = new PlainMatcher(rules, Dimensions.STANDARD);
    for (int i = 0; i < SUBJECTS; i++) {
      Subject subject = subject(random);
      Vicinity around = lookup.around(subject);

      assertThat(around.held().stream().mapToObj(lookup::rule).toList())
          .isEqualTo(plain.findAll(subject));
      assertThat(around.winner()).isEqualTo(lookup.findWinner(subject));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_first_rules_that_few_fields_keep_off_are_those_found_one_by_one(long seed) {
    var random = new SplittableRandom(seed);
    RuleLookup lookup = compiled(rules(random));
    List<Dimension> asked = lookup.askedDimensions();
    for (int i = 0; i < SUBJECTS; i++) {
      Vicinity around = lookup.around(subject(random));
      int failing = 1 + random.nextInt(3);
      int most = 1 + random.nextInt(12);
      int part = random.nextInt(3);
      IntPredicate wanted = rule -> rule % 3 != part;

      int[] slowly =
          IntStream.range(0, lookup.ruleCount())
              .filter(wanted)
              .filter(rule -> {
                int[] columns = around.failing(rule);
                return columns.length == failing
                    && Arrays.stream(columns).noneMatch(column -> isIdentity(asked.get(column)));
              })
              .limit(most)
              .toArray();
      assertThat(around.findFailing(failing, wanted, most)).isEqualTo(slowly);
    }
  }

  private static boolean isIdentity(Dimension dimension) {
    return dimension.type() instanceof DimensionType.Identity;
  }

  /** One rule in ten joins fields, one in twenty names an account. */
  private static RuleSet rules(SplittableRandom random) {
    var text = new StringBuilder("rules l\n");
    for (int territory = 0; territory < 10; territory++) {
      text.append("territory T%s {\n".formatted(territory));
      for (int rule = 0; rule < RULES / 10; rule++) {
        text.append(
            "rule r%s-%s priority %s when %s\n"
                .formatted(territory, rule, 1 + random.nextInt(20), condition(random)));
      }
      text.append("}\n");
    }
    return RuleParser.parse(new Source("many.rules", text.toString())).rules();
  }

  private static String condition(SplittableRandom random) {
    int from = random.nextInt(1_000);
    String both =
        "employees in %s..%s and segment is s%s"
            .formatted(from, from + random.nextInt(200), random.nextInt(5));
    return switch (random.nextInt(20)) {
      case 0 -> "account is a%s and %s".formatted(random.nextInt(10), both);
      case 1, 2 -> "(%s) or industry starts %s".formatted(both, 10 + random.nextInt(90));
      default -> both + " and industry starts " + (1 + random.nextInt(9));
    };
  }

  private static Subject subject(SplittableRandom random) {
    Subject subject = Subject.UNKNOWN;
    subject =
        random.nextInt(8) == 0
            ? subject
            : subject.withNumber(Dimension.EMPLOYEES.name(), random.nextInt(1_200));
    subject =
        random.nextInt(8) == 0
            ? subject
            : subject.withText(Dimension.SEGMENT.name(), "s" + random.nextInt(6));
    return subject
        .withText(Dimension.INDUSTRY.name(), String.valueOf(100_000 + random.nextInt(900_000)))
        .withText("account", "a" + random.nextInt(20));
  }

  private static RuleLookup compiled(RuleSet rules) {
    return switch (RuleCompiler.withoutAreas(Dimensions.STANDARD).compile(rules)) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().getFirst().message());
    };
  }
}
