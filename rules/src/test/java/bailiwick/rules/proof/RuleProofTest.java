package bailiwick.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.rules.SmallWorld;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.Domain;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleParser;
import bailiwick.rules.syntax.RuleSet;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleProofTest {

  /** Of every kind that rules of the small world can tell apart some value, of some kinds more. */
  static final Map<String, Domain> DOMAINS =
      Map.of(
          "area",
          new Domain.Words(
              List.of("FR", "US", "US/R0", "US/R0/Greater 00", "US/R0/Greater 00/000", "US/R1"),
              true),
          "industry",
          new Domain.Words(List.of("1", "6", "62", "621", "622", "6221", "54"), false),
          "employees",
          new Domain.Numbers(3, 53, true),
          "segment",
          new Domain.Words(List.of("x", "y", "z", "zz"), false));

  static final List<Subject> POINTS = points();

  private static List<Subject> points() {
    List<Subject> points = new ArrayList<>();
    for (String area :
        List.of("", "FR", "US", "US/R0", "US/R0/Greater 00", "US/R0/Greater 00/000", "US/R1")) {
      for (String industry : List.of("1", "6", "62", "621", "622", "6221", "54")) {
        for (String segment : List.of("x", "y", "z", "zz")) {
          Subject without =
              Subject.UNKNOWN
                  .withText("area", area)
                  .withText("industry", industry)
                  .withText("segment", segment);
          points.add(without);
          LongStream.rangeClosed(3, 53)
              .forEach(size -> points.add(without.withNumber("employees", size)));
        }
      }
    }
    return points;
  }

  @Test
  void a_gap_of_one_point_is_found_and_named() {
    RuleProof proof =
        proof(
            """
            territory A {
              rule a when not (industry is 622 and employees in 17 and segment is y)
              rule b when not (area within US/R1)
            }
            """);

    assertThat(proof.verdict()).isEqualTo(RuleProof.Verdict.COUNTEREXAMPLE);
    assertThat(proof.gap().points()).isEqualTo(BigInteger.ONE);
    assertThat(proof.gap().witness().orElseThrow())
        .isEqualTo(
            Subject.UNKNOWN
                .withText("area", "US/R1")
                .withText("industry", "622")
                .withText("segment", "y")
                .withNumber("employees", 17));
  }

  @Test
  void values_that_lie_in_each_other_are_one() {
    RuleProof proof =
        open(
            """
            territory A {
              rule a when not (industry is 622 and area within US, US/A/1)
              rule b when not (area within US/A/2)
              rule c when area within US/A and industry is 54
            }
            """);

    assertThat(proof.gap().points()).isEqualTo(BigInteger.ONE);
    assertThat(proof.gap().witness().orElseThrow())
        .isEqualTo(Subject.UNKNOWN.withText("area", "US/A/2").withText("industry", "622"));
  }

  @Test
  void a_witness_is_one_also_where_no_digit_leads() {
    RuleProof proof =
        open(
            """
            territory A {
              rule a when industry starts 620, 621, 622, 623, 624, 625, 626, 627, 628, 629
              rule b when not (industry starts 62)
              rule c when industry is 62
            }
            """);

    assertThat(proof.gap().witness()).hasValue(Subject.UNKNOWN.withText("industry", "62A"));
  }

  @Test
  void bands_that_begin_at_nobody_leave_no_gap_below() {
    RuleProof proof =
        open(
            """
            territory A {
              rule small when employees in 0..49
              rule large when employees in 50.., unknown
            }
            """);

    assertThat(proof.verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
  }

  @Test
  void what_is_not_looked_into_is_never_called_proven() {
    String rules = TWO_HALVES;

    assertThat(proof(rules).verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
    RuleProof cut = RuleProof.of(space(parse(rules)), Budget.of(1));
    assertThat(cut.verdict()).isEqualTo(RuleProof.Verdict.NOT_DECIDED);
    assertThat(cut.undecided().points()).isPositive();
    assertThat(cut.undecided().witness()).isPresent();
    assertThat(cut.neverWinning()).isEmpty();
  }

  @Test
  void what_was_not_looked_into_when_time_is_up_is_named() {
    RuleSet rules = parse(TWO_HALVES);
    var clock = new AtomicLong();

    RuleProof late =
        RuleProof.of(
            space(rules), Budget.USUAL.within(Duration.ofNanos(2), clock::getAndIncrement));
    RuleProof inTime =
        RuleProof.of(space(rules), Budget.USUAL.within(Duration.ofNanos(2), () -> 7));

    assertThat(late.verdict()).isEqualTo(RuleProof.Verdict.NOT_DECIDED);
    assertThat(late.undecided().witness()).isPresent();
    assertThat(late.undecided().boxes(1)).isNotEmpty();
    assertThat(inTime.verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
  }

  private static final String TWO_HALVES =
      """
      territory A {
        rule a when industry starts 62 and employees in ..20
        rule b when not (industry starts 62 and employees in ..20)
      }
      """;

  /** Whatever the budget, what is told is true; and some budgets end among the catch-alls. */
  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void no_budget_makes_a_verdict_wrong_and_all_of_a_proof_shares_it(long seed) {
    String drawn = SmallWorld.rules(new SplittableRandom(seed), 2);
    RuleSet rules =
        parse(
            drawn
                + "territory REST { rule rest priority 900 when not (segment is x and area within"
                + " FR) or segment is x }\n");
    RuleSpace space = space(rules);
    RuleProof whole = RuleProof.of(space, Budget.USUAL);
    long work = whole.effort().work();
    for (long budget = 1; budget <= 2 * work + 2; budget += 1 + work / 40) {
      RuleProof proof = RuleProof.of(space, Budget.of(budget));
      if (proof.verdict() == RuleProof.Verdict.NOT_DECIDED) {
        assertThat(proof.undecided().boxes(1)).isNotEmpty();
      } else {
        assertThat(proof.verdict()).isEqualTo(whole.verdict());
      }
    }
    assertThat(RuleProof.of(space, Budget.of(8 * work + 8)).undecided().isEmpty()).isTrue();
  }

  @Test
  void catch_alls_have_what_the_proof_of_all_rules_has_left() {
    RuleSpace space =
        space(
            parse(
                """
                territory A { rule a when industry starts 62 and employees in ..20 }
                territory B { rule b when not (industry starts 62 and employees in ..20) }
                territory REST { rule rest priority 900 when always }
                """));
    int[] order = {0, 1};
    long work = RuleProof.of(space, order, Budget.USUAL).effort().work();

    RuleProof proof = RuleProof.of(space, order, Budget.of(work / 2 + 1));

    assertThat(proof.gap().isEmpty()).isTrue();
    assertThat(proof.conflict().isEmpty()).isTrue();
    assertThat(proof.verdict()).isEqualTo(RuleProof.Verdict.NOT_DECIDED);
    assertThat(RuleProof.of(space, order, Budget.of(work + 1)).verdict())
        .isEqualTo(RuleProof.Verdict.PROVEN);
  }

  @Test
  void where_it_is_not_found_out_whether_a_rule_holds_for_everything_nothing_is_proven() {
    var text = new StringBuilder("territory REST { rule rest priority 900 when\n");
    for (int part = 0; part < 12; part++) {
      text.append("(tag is a%s and not tag is b%s) or ".formatted(part, part));
    }
    text.append("(industry starts 6 and employees in 5..) or not employees in 5..");
    text.append(" or (not industry starts 6 and employees in 5..) }\n");
    text.append("territory A { rule a when segment is x rule b when not segment is x }\n");
    RuleSpace space =
        RuleSpace.of(new CheckedRules(parse(text.toString()), Dimensions.STANDARD), Map.of());
    // The segment first, which settles who owns; then all tags `a`, all `b`, and the others.
    List<String> names = space.axes().stream().map(axis -> axis.dimension().name()).toList();
    int[] order =
        IntStream.range(0, names.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer axis) -> !names.get(axis).equals("segment"))
                    .thenComparing(axis -> !names.get(axis).startsWith("tag"))
                    .thenComparing(names::get))
            .mapToInt(Integer::intValue)
            .toArray();
    RuleProof whole = RuleProof.of(space, order, Budget.USUAL);

    assertThat(whole.verdict()).isEqualTo(RuleProof.Verdict.PROVEN);
    assertThat(whole.catchAlls()).extracting(rule -> rule.id().value()).containsExactly("rest");
    RuleProof cut = RuleProof.of(space, order, Budget.of(200));
    assertThat(cut.gap().isEmpty()).isTrue();
    assertThat(cut.verdict()).isEqualTo(RuleProof.Verdict.NOT_DECIDED);
    assertThat(cut.undecided().witness()).isPresent();
    Census census = cut.census();
    census.add(cut.undecided().witness().orElseThrow(), 7);
    assertThat(census.in(cut.undecided()).accounts()).isOne();
  }

  @Test
  void two_rules_over_different_dimensions_clash_where_they_meet() {
    RuleProof outcomes =
        open(
            """
            territory A { rule a when industry starts 62 and area within US }
            territory B { rule b when employees in 500.. }
            """);

    assertThat(outcomes.clashes())
        .singleElement()
        .satisfies(clash -> {
          assertThat(clash.rule().id().value()).isEqualTo("a");
          assertThat(clash.other().id().value()).isEqualTo("b");
          assertThat(clash.witness().values()).containsOnlyKeys("industry", "area", "employees");
        });
  }

  @Test
  void a_rule_of_better_priority_settles_what_would_clash() {
    RuleProof outcomes =
        open(
            """
            territory A {
              rule a when industry starts 62
              rule first priority 1 when industry starts 62 and employees in 500..
            }
            territory B { rule b when employees in 500.. }
            """);

    assertThat(outcomes.clashes()).isEmpty();
    assertThat(outcomes.neverWinning()).isEmpty();
  }

  @Test
  void a_rule_hidden_by_several_dimensions_together_never_wins() {
    RuleProof outcomes =
        open(
            """
            territory A {
              rule large priority 1 when employees in 100..
              rule medical priority 2 when industry starts 62
              rule both priority 3 when (employees in 200.. and segment is x) or industry starts 621
            }
            """);

    assertThat(outcomes.neverWinning())
        .extracting(rule -> rule.id().value())
        .containsExactly("both");
  }

  @Test
  void rules_that_depend_on_each_other_in_many_ways_are_proven_all_the_same() {
    var rules = new StringBuilder("territory A {\n");
    for (int rule = 0; rule < 40; rule++) {
      rules.append(
          "rule r%s when employees in %s.. or industry starts 5%s or segment is s%s\n"
              .formatted(rule, rule, rule, rule));
    }

    RuleProof proof = open(rules.append("}\n").toString());

    assertThat(proof.undecided().points()).isZero();
    assertThat(proof.gap().witness()).isPresent();
  }

  @Test
  void all_rules_that_clash_are_told_also_where_their_pairs_are_too_many_to_list() {
    var rules = new StringBuilder();
    for (int rule = 0; rule < 60; rule++) {
      rules.append(
          "territory T%s { rule r%s when industry starts %s or segment is s }\n"
              .formatted(rule, rule, rule + 10));
    }
    int most = RuleProof.MOST_CLASHES;

    RuleProof proof = open(rules.toString());

    assertThat(proof.clashes()).hasSizeLessThanOrEqualTo(most);
    assertThat(proof.clashing()).hasSize(60);
  }

  @Test
  void whether_more_pairs_clash_than_are_listed_is_said() {
    assertThat(crossing(45).clashes()).hasSize(45 * 44 / 2);
    assertThat(crossing(45).hasMoreClashes()).isFalse();
    assertThat(crossing(46).clashes()).hasSize(RuleProof.MOST_CLASHES);
    assertThat(crossing(46).hasMoreClashes()).isTrue();
  }

  /** Rules of which each two meet where no third one is. */
  private static RuleProof crossing(int count) {
    var rules = new StringBuilder();
    for (int rule = 0; rule < count; rule++) {
      rules.append(
          "territory T%s { rule r%s when industry starts %s or segment is s%s }\n"
              .formatted(rule, rule, rule + 10, rule));
    }
    return open(rules.toString());
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void counts_witnesses_and_rules_that_never_win_are_those_of_brute_force(long seed) {
    var random = new SplittableRandom(seed);
    RuleSet rules = parse(SmallWorld.rules(random, 1 + random.nextInt(3)));
    var plain = new PlainMatcher(rules, Dimensions.STANDARD);
    Set<String> winning = new HashSet<>();
    Map<String, Long> clashing = new HashMap<>();
    long gaps = 0;
    long conflicts = 0;
    for (Subject subject : POINTS) {
      List<Rule> best = best(plain.findAll(subject));
      gaps += best.isEmpty() ? 1 : 0;
      conflicts += territories(best) > 1 ? 1 : 0;
      if (territories(best) == 1) {
        winning.add(best.getFirst().id().value());
      }
      best.stream()
          .filter(rule -> !rule.territory().equals(best.getFirst().territory()))
          .forEach(rule -> clashing.merge(best.getFirst().id() + " " + rule.id(), 1L, Long::sum));
    }

    RuleSpace space = space(rules);
    int axes = space.axes().size();
    List<Integer> order = new ArrayList<>(IntStream.range(0, axes).boxed().toList());
    for (int time = 0; time < 3; time++) {
      RuleProof proof =
          time == 0
              ? RuleProof.of(space, Budget.USUAL)
              : RuleProof.of(
                  space, order.stream().mapToInt(Integer::intValue).toArray(), Budget.USUAL);
      Collections.shuffle(order, new java.util.Random(seed));

      assertThat(proof.points()).isEqualTo(BigInteger.valueOf(POINTS.size()));
      assertThat(proof.gap().points()).isEqualTo(BigInteger.valueOf(gaps));
      assertThat(proof.conflict().points()).isEqualTo(BigInteger.valueOf(conflicts));
      assertThat(proof.undecided().points()).isZero();
      assertThat(proof.neverWinning())
          .extracting(rule -> rule.id().value())
          .containsExactlyInAnyOrderElementsOf(
              rules.rules().stream()
                  .map(rule -> rule.id().value())
                  .filter(id -> !winning.contains(id))
                  .toList());
      assertThat(proof.gap().witness().isPresent()).isEqualTo(gaps > 0);
      assertThat(proof.conflict().witness().isPresent()).isEqualTo(conflicts > 0);
      proof.gap().witness().ifPresent(gap -> assertThat(plain.findAll(gap)).isEmpty());
      proof
          .conflict()
          .witness()
          .ifPresent(one -> assertThat(territories(best(plain.findAll(one)))).isGreaterThan(1));
      assertThat(
              proof.clashes().stream()
                  .collect(
                      Collectors.toMap(
                          clash -> clash.rule().id() + " " + clash.other().id(),
                          clash -> clash.points().longValueExact())))
          .isEqualTo(clashing);
      assertThat(proof.clashing().stream().map(rule -> rule.id().value()))
          .containsExactlyInAnyOrderElementsOf(
              clashing.keySet().stream()
                  .flatMap(pair -> Stream.of(pair.split(" ", -1)))
                  .distinct()
                  .toList());
      for (RuleProof.Clash clash : proof.clashes()) {
        assertThat(best(plain.findAll(clash.witness()))).contains(clash.other());
        assertThat(best(plain.findAll(clash.witness())).getFirst()).isEqualTo(clash.rule());
      }
    }
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void what_two_versions_decide_otherwise_is_what_brute_force_finds(long seed) {
    var random = new SplittableRandom(seed);
    int territories = 1 + random.nextInt(3);
    RuleSet before = parse(SmallWorld.rules(random, territories));
    RuleSet after =
        switch ((int) (seed % 3)) {
          case 0 -> parse(SmallWorld.rules(random, 1 + random.nextInt(3)));
          case 1 -> before;
          default -> edited(before, random);
        };
    var was = new PlainMatcher(before, Dimensions.STANDARD);
    var is = new PlainMatcher(after, Dimensions.STANDARD);
    Map<String, Long> moved = new HashMap<>();
    for (Subject subject : POINTS) {
      var from = was.findTerritory(subject);
      var to = is.findTerritory(subject);
      if (!from.equals(to)) {
        moved.merge(from + " " + to, 1L, Long::sum);
      }
    }

    RuleDifference difference =
        RuleDifference.of(
            new CheckedRules(before, Dimensions.STANDARD),
            new CheckedRules(after, Dimensions.STANDARD),
            DOMAINS,
            Budget.USUAL);

    assertThat(difference.undecided().isEmpty()).isTrue();
    assertThat(
            difference.moves().stream()
                .collect(
                    Collectors.toMap(
                        move -> move.from() + " " + move.to(),
                        move -> move.points().longValueExact())))
        .isEqualTo(moved);
    for (RuleDifference.Move move : difference.moves()) {
      assertThat(was.findTerritory(move.witness())).isEqualTo(move.from());
      assertThat(is.findTerritory(move.witness())).isEqualTo(move.to());
      for (Box box : move.where().boxes(2)) {
        assertThat(POINTS.stream().filter(at -> was.holds(box.condition(), at)))
            .hasSize(box.points().intValueExact())
            .allSatisfy(at -> {
              assertThat(was.findTerritory(at)).isEqualTo(move.from());
              assertThat(is.findTerritory(at)).isEqualTo(move.to());
            });
      }
    }
  }

  /** A few rules taken out, given to others, or put in other places: most stay as they are. */
  private static RuleSet edited(RuleSet rules, SplittableRandom random) {
    List<Rule> edited = new ArrayList<>(rules.rules());
    for (int edits = 1 + random.nextInt(3); edits > 0 && edited.size() > 1; edits--) {
      int at = random.nextInt(edited.size());
      int other = random.nextInt(edited.size());
      switch (random.nextInt(5)) {
        case 0 -> edited.remove(at);
        case 1 -> Collections.swap(edited, at, other);
        case 2 -> edited.set(at, edited.get(at).withCondition(edited.get(other).condition()));
        case 3 -> edited.set(at, given(edited.get(at), edited.get(other).territory()));
        default -> edited.set(at, prior(edited.get(at), random.nextInt(4)));
      }
    }
    return rules.withRules(edited);
  }

  private static Rule prior(Rule rule, int priority) {
    return new Rule(rule.id(), priority, rule.territory(), rule.condition(), rule.span());
  }

  private static Rule given(Rule rule, TerritoryCode territory) {
    return new Rule(rule.id(), rule.priority(), territory, rule.condition(), rule.span());
  }

  static List<Rule> best(List<Rule> held) {
    return held.stream().filter(rule -> rule.priority() == held.getFirst().priority()).toList();
  }

  static long territories(List<Rule> rules) {
    return rules.stream().map(Rule::territory).map(TerritoryCode::value).distinct().count();
  }

  private static RuleProof proof(String rules) {
    return RuleProof.of(space(parse(rules)), Budget.USUAL);
  }

  private static RuleProof open(String rules) {
    var checked = new CheckedRules(parse(rules), Dimensions.STANDARD);
    return RuleProof.of(RuleSpace.of(checked, Map.of()), Budget.USUAL);
  }

  private static RuleSpace space(RuleSet rules) {
    return RuleSpace.of(new CheckedRules(rules, Dimensions.STANDARD), DOMAINS);
  }

  private static RuleSet parse(String rules) {
    var parsed = RuleParser.parse(new Source("test.rules", "rules l\n" + rules));
    assertThat(parsed.problems()).isEmpty();
    return parsed.rules();
  }
}
