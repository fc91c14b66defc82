package bailiwick.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.SmallWorld;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a proof says of its findings: where they lie, whom they touch, and what would settle them.
 */
class FindingsTest {

  private static final String REST = "territory REST { rule rest priority 900 when always }\n";

  private static final PlainMatcher PLAIN =
      new PlainMatcher(RuleSet.of("l", "", List.of(), List.of()), Dimensions.STANDARD);

  @Test
  void a_gap_is_a_box_in_the_words_of_the_language() {
    RuleProof proof =
        open(
            """
            territory A {
              rule small when employees in ..49, unknown
              rule large when employees in 60..
              rule partners when segment is partner
            }
            """);

    assertThat(words(proof.gap().boxes(5)))
        .containsExactly("employees in 50..59 and not segment is partner");
  }

  @Test
  void a_gap_with_corners_is_told_as_boxes_that_cannot_be_widened() {
    RuleProof proof =
        open(
            """
            territory A {
              rule a when not (industry starts 62 or segment is new)
            }
            """);

    assertThat(words(proof.gap().boxes(5)))
        .containsExactlyInAnyOrder("industry starts 62", "segment is new");
    assertThat(proof.gap().boxes(1)).hasSize(1);
  }

  @Test
  void boxes_of_prefixes_and_areas_leave_out_what_is_named_inside() {
    RuleProof proof =
        open(
            """
            territory A {
              rule a when not (area within US and industry starts 62)
              rule b when area within US/IL, US/WI/55 or industry starts 621
            }
            """);

    assertThat(words(proof.gap().boxes(5)))
        .containsExactly(
            "area within US and not area within US/IL, US/WI/55"
                + " and industry starts 62 and not industry starts 621");
  }

  @Test
  void a_rule_that_is_too_narrow_is_widened() {
    RuleSet rules =
        parse(
            """
            territory A { rule small when employees in ..49, unknown }
            territory B { rule large when employees in 60.. and area within US
              rule abroad when employees in 50.. and not area within US }
            """);
    RuleProof proof = open(rules);

    Repair repair = proof.repair(proof.gap(), proof.gap().boxes(1).getFirst()).orElseThrow();

    assertThat(repair).isInstanceOf(Repair.Widen.class);
    assertThat(open(repair.applyTo(rules)).verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
    assertThat(RulePrinter.print(repair.applyTo(rules)))
        .contains("rule large", "employees in 50..");
  }

  @Test
  void no_rule_is_widened_until_it_holds_for_everything() {
    RuleSet rules = parse("territory A { rule a when employees in 1..100 }");
    RuleProof proof = open(rules);

    Repair repair = proof.repair(proof.gap(), proof.gap().boxes(1).getFirst()).orElseThrow();

    assertThat(repair).isInstanceOf(Repair.Add.class);
    assertThat(open(repair.applyTo(rules)).verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
  }

  @Test
  void an_orphaned_market_goes_to_a_neighbour_before_the_rule_for_everything_else() {
    RuleSet rules =
        parse(
            """
            territory A {
              rule a when segment is x
              rule b priority 50 when segment is x and employees in 5..
            }
            territory REST { rule rest priority 40 when always }
            """);
    RuleProof proof = open(rules);

    Repair repair =
        proof.repair(proof.orphaned(), proof.orphaned().boxes(1).getFirst()).orElseThrow();

    assertThat(repair)
        .isInstanceOfSatisfying(
            Repair.Add.class,
            add -> {
              assertThat(add.rule().territory().value()).isEqualTo("A");
              assertThat(add.rule().priority()).isEqualTo(39);
            });
    RuleProof after = open(repair.applyTo(rules));
    assertThat(after.verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
    assertThat(after.catchAlls()).extracting(rule -> rule.id().value()).containsExactly("rest");
  }

  @Test
  void rules_that_hold_for_everything_alone_have_no_repair() {
    RuleProof proof = open("territory T { rule r when always }");

    assertThat(proof.repair(proof.orphaned(), proof.orphaned().boxes(1).getFirst())).isEmpty();
  }

  @Test
  void no_repair_stands_behind_a_rule_for_everything() {
    RuleProof proof =
        open(
            """
            territory A { rule a priority 5 when segment is x }
            territory REST { rule rest priority 0 when always }
            """);

    assertThat(proof.repair(proof.orphaned(), proof.orphaned().boxes(1).getFirst())).isEmpty();
  }

  @Test
  void of_two_rules_that_clash_the_one_that_asks_for_more_goes_first() {
    RuleSet rules =
        parse(
            """
            territory A { rule a when employees in 1.. }
            territory B { rule b when employees in 500.. }
            """);
    RuleProof proof = open(rules);

    Repair repair = proof.repair(proof.clashes().getFirst());

    assertThat(repair)
        .isEqualTo(new Repair.Exclude(rules.rules().getFirst(), rules.rules().get(1)));
    assertThat(open(repair.applyTo(rules)).clashes()).isEmpty();
  }

  @Test
  void a_rule_for_everything_else_does_not_hide_an_orphaned_market() {
    RuleProof proof =
        open(
            """
            territory A { rule a when area within US and employees in 10.. }
            territory REST { rule rest priority 900 when employees in 0.., unknown }
            """);

    assertThat(proof.gap().isEmpty()).isTrue();
    assertThat(proof.catchAlls()).extracting(rule -> rule.id().value()).containsExactly("rest");
    assertThat(words(proof.orphaned().boxes(5)))
        .containsExactlyInAnyOrder("not area within US", "employees in ..9, unknown");
    assertThat(proof.verdict()).isEqualTo(RuleProof.Verdict.COUNTEREXAMPLE);
  }

  @Test
  void a_rule_that_asks_and_still_holds_for_everything_is_a_catch_all() {
    RuleProof proof =
        open(
            """
            territory A { rule a when area within US }
            territory REST {
              rule rest priority 900 when not (segment is x and area within FR) or segment is x
            }
            """);

    assertThat(proof.catchAlls()).extracting(rule -> rule.id().value()).containsExactly("rest");
  }

  @Test
  void where_others_own_everything_a_catch_all_is_harmless() {
    RuleProof proof =
        open(
            """
            territory A { rule a when area within US }
            territory B { rule b when not area within US }
            territory REST { rule rest priority 900 when always }
            """);

    assertThat(proof.verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
    assertThat(proof.neverWinning()).extracting(rule -> rule.id().value()).containsExactly("rest");
  }

  @Test
  void a_gap_with_a_corner_in_each_of_many_dimensions_is_told_at_once() {
    String tags =
        IntStream.range(0, 40)
            .mapToObj(tag -> "tag is t" + tag)
            .collect(Collectors.joining(" and "));

    RuleProof proof = open("territory A { rule a when " + tags + " }");

    assertThat(proof.gap().points()).isEqualTo(BigInteger.TWO.pow(40).subtract(BigInteger.ONE));
    assertThat(proof.gap().boxes(30)).hasSize(30);
  }

  @Test
  void rules_over_too_many_fields_are_a_problem() {
    String tags =
        IntStream.range(0, 63)
            .mapToObj(tag -> "tag is t" + tag)
            .collect(Collectors.joining(" and "));

    assertThatThrownBy(() -> open("territory A { rule a when " + tags + " }"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("RULE_TOO_MANY_FIELDS");
  }

  @Test
  void no_repair_is_offered_that_a_territory_would_not_let_pass() {
    RuleSet rules =
        parse(
            """
            territory EU when segment is gold { rule a when employees in 10.., unknown }
            """);
    RuleProof proof = open(rules);

    assertThat(proof.gap().boxes(5))
        .isNotEmpty()
        .allSatisfy(box -> assertThat(proof.repair(proof.gap(), box)).isEmpty());
  }

  @Test
  void a_repair_goes_to_a_territory_that_takes_what_it_is_given() {
    RuleSet rules =
        parse(
            """
            territory EU when segment is gold { rule a when employees in 10.., unknown }
            territory US { rule b when employees in ..9 }
            """);
    RuleProof proof = open(rules);
    Box box = proof.gap().boxes(1).getFirst();

    Repair repair = proof.repair(proof.gap(), box).orElseThrow();

    assertThat(open(repair.applyTo(rules)).gap().isEmpty()).isTrue();
  }

  @Test
  void findings_say_how_many_accounts_they_touch_and_what_these_are_worth() {
    RuleProof proof =
        open(
            """
            territory A { rule a when employees in 10.. }
            territory B { rule b when segment is new }
            territory REST { rule rest priority 900 when always }
            """);
    Census census = proof.census();

    census.add(Subject.UNKNOWN.withNumber("employees", 50), 7);
    census.add(Subject.UNKNOWN.withNumber("employees", 50).withText("segment", "new"), 20);
    census.add(Subject.UNKNOWN.withNumber("employees", 9), 100);
    census.add(Subject.UNKNOWN, 1_000);

    assertThat(census.in(proof.gap())).isEqualTo(new Census.Holding(0, 0));
    assertThat(census.in(proof.conflict())).isEqualTo(new Census.Holding(1, 20));
    assertThat(census.in(proof.orphaned())).isEqualTo(new Census.Holding(2, 1_100));
    assertThat(census.outside()).isZero();
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void boxes_and_repairs_are_those_of_brute_force(long seed) {
    var random = new SplittableRandom(seed);
    String drawn = SmallWorld.rules(random, 1 + random.nextInt(3));
    RuleSet rules = parse(seed % 2 == 0 ? drawn : drawn + REST);
    RuleProof proof = RuleProof.of(space(rules), Budget.USUAL);
    var plain = new PlainMatcher(rules, Dimensions.STANDARD);

    List<Box> gaps = proof.gap().boxes(30);
    for (Subject subject : RuleProofTest.POINTS) {
      boolean isGap = plain.findAll(subject).isEmpty();
      boolean isCovered = gaps.stream().anyMatch(box -> holds(box.condition(), subject));
      assertThat(isCovered).isEqualTo(isGap);
    }
    for (Box box : gaps) {
      long points = RuleProofTest.POINTS.stream().filter(at -> holds(box.condition(), at)).count();
      assertThat(box.points()).isEqualTo(BigInteger.valueOf(points));
      Optional<Repair> repair = proof.repair(proof.gap(), box);
      assertThat(repair.isEmpty()).isEqualTo(points == RuleProofTest.POINTS.size());
      repair.ifPresent(change -> assertClosed(rules, change, box));
    }
    for (Box box : proof.orphaned().boxes(30)) {
      proof
          .repair(proof.orphaned(), box)
          .ifPresent(change -> assertServed(proof, rules, change.applyTo(rules), box));
    }
    for (RuleProof.Clash clash : proof.clashes()) {
      for (Box box : clash.where().boxes(3)) {
        assertThat(RuleProofTest.POINTS.stream().filter(at -> holds(box.condition(), at)))
            .allSatisfy(at ->
                assertThat(RuleProofTest.best(plain.findAll(at)))
                    .contains(clash.rule(), clash.other()));
      }
      assertSettled(rules, proof.repair(clash), clash);
    }
  }

  @Test
  void a_rule_that_never_wins_is_taken_out_and_those_that_win_in_its_place_are_named() {
    RuleSet rules =
        parse(
            """
            territory A {
              rule large priority 1 when employees in 100..
              rule medical priority 2 when industry starts 62
              rule both priority 3 when (employees in 200.. and segment is x) or industry starts 621
              rule nothing priority 4 when employees in 5 and employees in 6
            }
            """);
    var proof = DatedProof.of(new CheckedRules(rules, Dimensions.STANDARD), Map.of(), Budget.USUAL);

    assertThat(proof.neverWinning())
        .extracting(
            rule -> rule.id().value(),
            rule ->
                free(proof.removal(rule)).by().orElseThrow().stream()
                    .map(by -> by.id().value())
                    .toList())
        .containsExactlyInAnyOrder(
            tuple("both", List.of("large", "medical")), tuple("nothing", List.of()));
  }

  @Test
  void a_rule_that_only_claims_is_not_taken_out_before_its_clash_is_settled() {
    RuleSet rules =
        parse(
            """
            territory A { rule a when employees in 1.. }
            territory B { rule b when employees in 500.. }
            """);
    var proof = DatedProof.of(new CheckedRules(rules, Dimensions.STANDARD), Map.of(), Budget.USUAL);

    assertThat(proof.neverWinning())
        .singleElement()
        .satisfies(rule -> assertThat(proof.removal(rule)).isEqualTo(new Removal.ClashFirst()));
  }

  @Test
  void a_rule_that_only_one_for_everything_keeps_from_winning_is_not_taken_out() {
    RuleSet rules =
        parse(
            """
            territory REST { rule rest priority 1 when always }
            territory A {
              rule a priority 5 when employees in 1..
              rule nothing priority 6 when employees in 5 and employees in 6
            }
            territory B { rule b priority 7 when employees in 500.. }
            territory OTHER { rule other priority 9 when always }
            """);
    var proof = DatedProof.of(new CheckedRules(rules, Dimensions.STANDARD), Map.of(), Budget.USUAL);
    Rule rest = rules.rules().getFirst();

    assertThat(proof.neverWinning())
        .extracting(rule -> rule.id().value(), proof::removal)
        .containsExactly(
            tuple("a", new Removal.BehindCatchAlls(List.of(rest))),
            tuple("nothing", free(rules.rules().get(2), List.of())),
            tuple("b", free(rules.rules().get(3), List.of(rest))), // `a` would own it
            tuple("other", free(rules.rules().get(4), List.of(rest))));
  }

  @Test
  void what_clashes_with_a_rule_for_everything_covers_without_it_too() {
    RuleSet rules =
        parse(
            """
            territory S { rule s priority 5 when employees in 1.. }
            territory REST { rule rest priority 5 when always }
            territory D { rule d priority 6 when employees in 500.. }
            """);
    var proof = DatedProof.of(new CheckedRules(rules, Dimensions.STANDARD), Map.of(), Budget.USUAL);
    Rule dead = rules.rules().get(2);

    assertThat(proof.neverWinning()).contains(dead);
    assertThat(proof.removal(dead)).isEqualTo(free(dead, rules.rules().subList(0, 2)));
  }

  @Test
  void when_time_is_up_a_rule_is_taken_out_without_saying_which_ones_win() {
    RuleSet rules =
        parse(
            """
            territory A { rule a when employees in 1.. }
            territory B { rule b priority 900 when employees in 500.. }
            """);
    var isOver = new AtomicBoolean();
    var proof =
        DatedProof.of(
            new CheckedRules(rules, Dimensions.STANDARD),
            Map.of(),
            new Budget(1_000_000, isOver::get));
    isOver.set(true);

    assertThat(free(proof.removal(proof.neverWinning().getFirst())).by()).isEmpty();
  }

  /** Whether a rule is the first of the best, or one of them for another territory. */
  private static boolean claims(Rule rule, List<Rule> held) {
    List<Rule> best = held.isEmpty() ? held : RuleProofTest.best(held);
    return best.contains(rule)
        && (best.getFirst().equals(rule) || !best.getFirst().territory().equals(rule.territory()));
  }

  /** What only rules for everything own. */
  private static BigInteger orphaned(RuleSet rules) {
    return RuleProof.of(space(rules), Budget.USUAL).orphaned().points();
  }

  private static Removal.Free free(Rule rule, List<Rule> by) {
    return new Removal.Free(new Repair.Remove(rule, Optional.of(by)));
  }

  private static Repair.Remove free(Removal removal) {
    assertThat(removal).isInstanceOf(Removal.Free.class);
    return ((Removal.Free) removal).repair();
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void rules_that_are_taken_out_take_nothing_from_anybody(long seed) {
    var random = new SplittableRandom(seed);
    RuleSet rules =
        parse(
            (seed % 2 == 0
                    ? ""
                    : "territory REST { rule rest priority %s when always }\n"
                        .formatted(random.nextInt(4)))
                + SmallWorld.rules(random, 1 + random.nextInt(3)));
    var proof =
        DatedProof.of(
            new CheckedRules(rules, Dimensions.STANDARD), RuleProofTest.DOMAINS, Budget.USUAL);
    List<Rule> catchAlls = proof.worst().proof().catchAlls();
    var before = new PlainMatcher(rules, Dimensions.STANDARD);
    var withoutCatchAlls =
        new PlainMatcher(
            rules.withRules(
                rules.rules().stream().filter(rule -> !catchAlls.contains(rule)).toList()),
            Dimensions.STANDARD);
    for (Rule dead : proof.neverWinning()) {
      Set<String> winning = new HashSet<>();
      boolean clashes = false;
      boolean wouldOwn = false;
      for (Subject subject : RuleProofTest.POINTS) {
        List<Rule> best = RuleProofTest.best(before.findAll(subject));
        clashes |= claims(dead, best) && RuleProofTest.territories(best) > 1;
        if (holds(dead.condition(), subject)) {
          String first = best.getFirst().territory().value();
          best.stream()
              .filter(
                  rule -> rule.equals(best.getFirst()) || !rule.territory().value().equals(first))
              .forEach(rule -> winning.add(rule.id().value()));
        }
      }
      for (Subject subject : RuleProofTest.POINTS) {
        wouldOwn |= claims(dead, withoutCatchAlls.findAll(subject));
      }
      Removal removal = proof.removal(dead);
      assertThat(removal instanceof Removal.ClashFirst).isEqualTo(clashes);
      assertThat(removal instanceof Removal.BehindCatchAlls).isEqualTo(!clashes && wouldOwn);
      if (removal instanceof Removal.Free(var remove)) {
        assertThat(remove.by().orElseThrow().stream().map(rule -> rule.id().value()))
            .containsExactlyInAnyOrderElementsOf(winning);
        assertThat(orphaned(remove.applyTo(rules))).isEqualTo(orphaned(rules));
        var after = new PlainMatcher(remove.applyTo(rules), Dimensions.STANDARD);
        for (Subject subject : RuleProofTest.POINTS) {
          assertThat(after.findTerritory(subject)).isEqualTo(before.findTerritory(subject));
        }
      }
    }
  }

  /**
   * The box has an owner who is not there for everything, others keep theirs, and nothing that was
   * somebody's own falls to a rule for everything.
   */
  private static void assertServed(RuleProof proof, RuleSet rules, RuleSet repaired, Box box) {
    RuleProof proven = RuleProof.of(space(repaired), Budget.USUAL);
    assertThat(proven.catchAlls()).extracting(Rule::id).isEqualTo(ids(proof.catchAlls()));
    var before = new PlainMatcher(rules, Dimensions.STANDARD);
    var after = new PlainMatcher(repaired, Dimensions.STANDARD);
    for (Subject subject : RuleProofTest.POINTS) {
      if (holds(box.condition(), subject)) {
        Rule winner = after.findAll(subject).getFirst();
        assertThat(ids(proof.catchAlls())).doesNotContain(winner.id());
      } else if (hasOwn(before, proof, subject)) {
        assertThat(after.findTerritory(subject)).isEqualTo(before.findTerritory(subject));
        assertThat(hasOwn(after, proof, subject)).isTrue();
      }
      assertThat(RuleProofTest.territories(RuleProofTest.best(after.findAll(subject))))
          .isLessThanOrEqualTo(
              RuleProofTest.territories(RuleProofTest.best(before.findAll(subject))));
    }
  }

  private static boolean hasOwn(PlainMatcher matcher, RuleProof proof, Subject subject) {
    return matcher.findAll(subject).stream()
        .anyMatch(rule -> !ids(proof.catchAlls()).contains(rule.id()));
  }

  private static List<RuleId> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  /** The box has an owner, and outside the gap nobody has another one. */
  private static void assertClosed(RuleSet rules, Repair repair, Box box) {
    var before = new PlainMatcher(rules, Dimensions.STANDARD);
    var after = new PlainMatcher(repair.applyTo(rules), Dimensions.STANDARD);
    for (Subject subject : RuleProofTest.POINTS) {
      Optional<TerritoryCode> was = before.findTerritory(subject);
      if (was.isPresent()) {
        assertThat(after.findTerritory(subject)).isEqualTo(was);
      } else if (holds(box.condition(), subject)) {
        assertThat(after.findTerritory(subject)).isPresent();
      }
      assertThat(RuleProofTest.territories(RuleProofTest.best(after.findAll(subject))))
          .isLessThanOrEqualTo(
              Math.max(1, RuleProofTest.territories(RuleProofTest.best(before.findAll(subject)))));
    }
  }

  /** The two do not meet again, and nobody loses an owner. */
  private static void assertSettled(RuleSet rules, Repair repair, RuleProof.Clash clash) {
    var before = new PlainMatcher(rules, Dimensions.STANDARD);
    var after = new PlainMatcher(repair.applyTo(rules), Dimensions.STANDARD);
    for (Subject subject : RuleProofTest.POINTS) {
      List<Rule> best = RuleProofTest.best(after.findAll(subject));
      assertThat(best.stream().map(Rule::id).toList())
          .doesNotContainSequence(List.of(clash.rule().id(), clash.other().id()));
      assertThat(best.isEmpty()).isEqualTo(before.findAll(subject).isEmpty());
    }
  }

  private static boolean holds(Condition condition, Subject subject) {
    return PLAIN.holds(condition, subject);
  }

  private static List<String> words(List<Box> boxes) {
    List<String> words = new ArrayList<>();
    boxes.forEach(box -> words.add(RulePrinter.print(box.condition())));
    return words;
  }

  private static RuleProof open(String rules) {
    return open(parse(rules));
  }

  private static RuleProof open(RuleSet rules) {
    var checked = new CheckedRules(rules, Dimensions.STANDARD);
    return RuleProof.of(RuleSpace.of(checked, Map.of()), Budget.USUAL);
  }

  private static RuleSpace space(RuleSet rules) {
    return RuleSpace.of(new CheckedRules(rules, Dimensions.STANDARD), RuleProofTest.DOMAINS);
  }

  private static RuleSet parse(String rules) {
    return RuleParser.parse(new Source("a.rules", "rules l\n" + rules)).rules();
  }
}
