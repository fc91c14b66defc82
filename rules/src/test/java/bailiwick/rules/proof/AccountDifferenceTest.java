package bailiwick.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.lookup.RuleLookup;
import bailiwick.rules.proof.AccountDifference.Comparison;
import bailiwick.rules.proof.AccountDifference.Moved;
import bailiwick.rules.proof.AccountDifference.Total;
import bailiwick.rules.proof.RuleDifference.Hands;
import bailiwick.rules.source.Source;
import bailiwick.rules.syntax.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountDifferenceTest {

  private static final Optional<TerritoryCode> NORTH = Optional.of(new TerritoryCode("N"));
  private static final Optional<TerritoryCode> SOUTH = Optional.of(new TerritoryCode("S"));

  @Test
  void accounts_that_move_are_listed_and_added_up_by_the_way_they_go() {
    var comparison =
        new Comparison(
            lookup(
                """
                rules l version 1
                territory N { rule n when employees in ..99 }
                territory S { rule s when employees in 100.. }
                """),
            lookup(
                """
                rules l version 2
                territory N { rule n when employees in ..199 }
                territory S { rule s when employees in 200.., unknown }
                """));
    comparison.add("a", employees(50), 1);
    comparison.add("b", employees(100), 10);
    comparison.add("c", employees(199), 100);
    comparison.add("d", employees(200), 1_000);
    comparison.add("e", Subject.UNKNOWN, 10_000);

    AccountDifference difference = comparison.difference();

    assertThat(difference.accounts()).isEqualTo(5);
    assertThat(difference.value()).isEqualTo(11_111);
    assertThat(difference.moved())
        .containsExactly(
            new Moved("b", new Hands(SOUTH, NORTH), 10),
            new Moved("c", new Hands(SOUTH, NORTH), 100),
            new Moved("e", new Hands(Optional.empty(), SOUTH), 10_000));
    assertThat(difference.matrix())
        .containsExactly(
            Map.entry(new Hands(SOUTH, NORTH), new Total(2, 110)),
            Map.entry(new Hands(Optional.empty(), SOUTH), new Total(1, 10_000)));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_list_is_that_of_deciding_each_account_by_each_version(long seed) {
    var random = new RandomRules(seed);
    RuleSet before = random.ruleSet();
    RuleSet after = random.ruleSet();
    var comparison = new Comparison(compiled(before), compiled(after));
    var old = new PlainMatcher(before, RandomRules.DIMENSIONS);
    var fresh = new PlainMatcher(after, RandomRules.DIMENSIONS);
    List<Moved> expected = new ArrayList<>();
    for (int account = 0; account < 50; account++) {
      Subject subject = random.subject();
      comparison.add("a" + account, subject, account);
      var hands = new Hands(old.findTerritory(subject), fresh.findTerritory(subject));
      if (!hands.from().equals(hands.to())) {
        expected.add(new Moved("a" + account, hands, account));
      }
    }

    assertThat(comparison.difference().moved()).isEqualTo(expected);
  }

  @Test
  void more_accounts_than_are_decided_at_a_time_are_all_decided() {
    var comparison =
        new Comparison(
            lookup("rules l version 1 territory N { rule n when employees in ..9 }"),
            lookup("rules l version 2 territory S { rule s when employees in ..9 }"));
    for (int account = 0; account < 10_000; account++) {
      comparison.add("a" + account, employees(account % 20), 1);
    }

    AccountDifference difference = comparison.difference();

    assertThat(difference.accounts()).isEqualTo(10_000);
    assertThat(difference.moved()).hasSize(5_000);
    assertThat(difference.moved().getLast().id()).isEqualTo("a9989");
  }

  @Test
  void accounts_in_columns_move_as_accounts_one_by_one_do() {
    RuleLookup before = lookup("rules l version 1 territory N { rule n when employees in ..9 }");
    RuleLookup after = lookup("rules l version 2 territory S { rule s when employees in 5.. }");
    long[] numbers = {4, 5, 9, 10};
    boolean[] known = {true, true, true, false};
    var inColumns = new Comparison(before, after);
    inColumns.add(
        new String[] {"a", "b", "c", "d"},
        new long[] {1, 2, 3, 4},
        4,
        columns -> columns.putNumbers(Dimension.EMPLOYEES, numbers, known, 4));
    var alone = new Comparison(before, after);
    alone.add("a", employees(4), 1);
    alone.add("b", employees(5), 2);
    alone.add("c", employees(9), 3);
    alone.add("d", Subject.UNKNOWN, 4);

    assertThat(inColumns.difference()).isEqualTo(alone.difference());
    assertThat(inColumns.difference().moved()).hasSize(3);
  }

  private static Subject employees(long number) {
    return Subject.UNKNOWN.withNumber("employees", number);
  }

  private static RuleLookup lookup(String text) {
    var compiler = RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS);
    return lookup(compiler.compile(List.of(new Source("test.rules", text))));
  }

  private static RuleLookup compiled(RuleSet rules) {
    return lookup(RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS).compile(rules));
  }

  private static RuleLookup lookup(Compilation compilation) {
    return switch (compilation) {
      case Compilation.Compiled compiled -> compiled.lookup();
      case Compilation.Rejected rejected ->
          throw new AssertionError(rejected.problems().toString());
    };
  }
}
