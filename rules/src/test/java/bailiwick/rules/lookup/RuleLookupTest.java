package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
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

    for (var dimension : lookup.askedDimensions()) {
      assertThat(lookup.alternatives(subject, dimension))
          .allSatisfy(other -> {
            assertThat(other.distance()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(subject.find(dimension.name()))
                .isNotEqualTo(java.util.Optional.of(other.value()));
          });
    }
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
