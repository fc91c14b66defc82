package bailiwick.rules.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import bailiwick.core.account.Account;
import bailiwick.core.account.AccountId;
import bailiwick.core.account.Address;
import bailiwick.core.account.Firmographics;
import bailiwick.core.account.Location;
import bailiwick.core.account.Precision;
import bailiwick.core.account.Ties;
import bailiwick.core.account.Upkeep;
import bailiwick.core.account.Worth;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaKind;
import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import bailiwick.core.unit.UnitNumbering;
import bailiwick.rules.RandomRules;
import bailiwick.rules.SmallWorld;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.check.CheckedRules;
import bailiwick.rules.cover.WrittenRules.KnownAccount;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleParser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrittenRulesTest {

  private static final AccountId CLINIC = AccountId.ofExternal("crm", "A-1");
  private static final Map<String, KnownAccount> KNOWN =
      Map.of("A-1", new KnownAccount(CLINIC, "Lakeview Clinic"));

  /** The first half of the world to North, the second to South. */
  private static final Alignment HALVES = halves();

  @Test
  void a_written_rule_comes_before_the_area_and_explains_itself() {
    ProvenRules rules =
        prove(
            """
            rules new-business
            territory South { rule hospitals when industry starts 622 and area within US/R0 }
            """);

    Subject shop = Subject.UNKNOWN.withText("area", "US/R0/Greater 00/000");
    Subject hospital = shop.withText("industry", "622110");
    var router = new LeadRouter(rules.lookup());
    assertThat(router.decide(shop).findTerritory()).contains(new TerritoryCode("North"));
    assertThat(router.decide(hospital).findTerritory()).contains(new TerritoryCode("South"));
    assertThat(router.decide(hospital).reason())
        .isEqualTo(
            "It goes to South by the rule `hospitals`: `industry starts 622` holds for 622110, and"
                + " `area within US/R0` holds for US/R0/Greater 00/000.");
  }

  @Test
  void the_published_text_gives_the_same_rules_again() {
    ProvenRules rules =
        prove(
            """
            rules new-business
            list key of account { A-1 }
            territory South { rule key when account in list key
                              rule large when employees in 500.. }
            example "a large one up north" area "US/R0/Greater 00/000", employees 900 -> South
            """);

    var parsed = RuleParser.parse(new Source("published", rules.text()));

    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.rules().rules())
        .extracting(rule -> rule.id() + " " + rule.priority())
        .containsExactlyInAnyOrder("North-areas 100", "South-areas 100", "key 50", "large 50");
    assertThat(rules.text()).contains("%s \"Lakeview Clinic\"".formatted(CLINIC));
    assertThat(rules.written().text()).startsWith("rules new-business").contains("A-1");
  }

  @Test
  void what_does_not_fit_the_plan_is_told_all_at_once_with_its_line() {
    List<Problem> problems =
        refused(
            """
            rules field
            territory West {
              rule a when account is A-9
              rule b priority 100 when segment is x
              rule c priority 10 when segment is y
            }
            example -> East
            """);

    assertThat(problems)
        .extracting(problem -> problem.code() + " " + line(problem))
        .containsExactly(
            "WRITTEN_OTHER_LAYER 1",
            "WRITTEN_UNKNOWN_TERRITORY 2",
            "WRITTEN_UNKNOWN_TERRITORY 7",
            "WRITTEN_PRIORITY 4",
            "WRITTEN_PRIORITY 5",
            "WRITTEN_UNKNOWN_ACCOUNT 3");
    assertThat(problems.get(1).hint()).isEqualTo("It has `North`, `South`.");
  }

  @Test
  void what_a_territory_asks_wrongly_is_told_once_however_many_rules_stand_under_it() {
    List<Problem> problems =
        refused(
            """
            rules new-business
            territory NORTH when account is A-9 { }
            territory North under NORTH {
              rule a when segment is x
              rule b when segment is y
            }
            """);
    List<Problem> fields =
        refused(
            """
            rules new-business
            territory NORTH when sgment is x and area within US/R9 { }
            territory North under NORTH {
              rule a when segment is x
              rule b when segment is y
            }
            """);

    assertThat(problems)
        .extracting(problem -> problem.code() + " " + line(problem))
        .containsExactly("WRITTEN_UNKNOWN_ACCOUNT 2");
    assertThat(fields)
        .extracting(problem -> problem.code() + " " + line(problem))
        .containsExactly("RULE_UNKNOWN_FIELD 2", "RULE_UNKNOWN_AREA 2");
  }

  @Test
  void rules_of_a_plan_have_no_dates() {
    var dated =
        new Source(
            "own.rules",
            "rules l\nterritory South { rule a from 2026-03-01 when employees in 500.. }");

    assertThatThrownBy(() -> WrittenRules.read(dated))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::code, Problem::place)
                    .containsExactly(
                        tuple("WRITTEN_DATED", new Place.InText("own.rules", 2, 26, 15))));
  }

  @Test
  void another_layer_is_told_where_it_is_named() {
    List<Problem> problems =
        refused(
            """

              rules field
            territory South { rule large when employees in 500.. }
            """);

    assertThat(problems)
        .extracting(Problem::code, Problem::place)
        .containsExactly(tuple("WRITTEN_OTHER_LAYER", new Place.InText("own.rules", 2, 9, 5)));
  }

  @Test
  void two_rules_that_disagree_are_refused_with_a_witness() {
    List<Problem> problems =
        refused(
            """
            rules new-business
            territory North { rule hospitals when industry starts 622 }
            territory South { rule large when employees in 500.. }
            """);

    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("WRITTEN_CLASH");
          assertThat(line(problem)).isEqualTo(3);
          assertThat(problem.message())
              .isEqualTo(
                  "The rules `hospitals` and `large` have one priority, and both hold for"
                      + " `industry 622, employees 500`: `North` or `South`?");
        });
  }

  @Test
  void a_rule_that_decides_nothing_is_refused() {
    assertThat(
            refused(
                """
                rules new-business
                territory North {
                  rule large priority 40 when employees in 500..
                  rule larger when employees in 900..
                }
                """))
        .extracting(Problem::code)
        .containsExactly("WRITTEN_NEVER_WINS");
  }

  @Test
  void a_rule_for_an_account_that_the_plan_holds_by_name_must_come_before_it() {
    var named = List.of(new NamedAccount(CLINIC, "Lakeview Clinic", new TerritoryCode("North")));
    String text = "rules new-business\nterritory South { rule key %s when account is A-1 }\n";

    assertThat(refused(text.formatted(""), named))
        .extracting(Problem::code)
        .containsExactly("WRITTEN_NEVER_WINS");
    assertThat(
            ProvenRules.of(request(text.formatted("priority 5"), named), RandomRules.AREAS)
                .lookup()
                .findTerritory(Subject.UNKNOWN.withText("account", CLINIC.toString())))
        .contains(new TerritoryCode("South"));
  }

  @Test
  void an_example_runs_on_the_whole_set() {
    assertThat(
            refused(
                """
                rules new-business
                territory South { rule large when employees in 500.. }
                example area "US/R0/Greater 00/000", employees 40 -> South
                """))
        .extracting(Problem::code)
        .containsExactly("RULE_EXAMPLE_FAILS");
  }

  @Test
  void an_area_that_written_rules_take_whole_is_told() {
    ProvenRules rules =
        prove("rules new-business\nterritory South { rule all when area within US, GB }\n");

    assertThat(rules.warnings()).extracting(Problem::code).contains("RULE_SHADOWED");
  }

  @Test
  void takings_count_what_each_rule_takes_from_whom() {
    ProvenRules rules =
        prove(
            """
            rules new-business
            territory South { rule large when employees in 500.. }
            """);
    var takings = new Takings(rules);

    takings.add(account("1", "US/R0/Greater 00/000", 900));
    takings.add(account("2", "US/R0/Greater 00/000", 20));
    takings.add(account("3", "GB/R2/Greater 22/222", 900));

    assertThat(takings.list())
        .singleElement()
        .satisfies(of -> {
          assertThat(of.rule().id().value()).isEqualTo("large");
          assertThat(of.accounts()).isEqualTo(2);
          assertThat(of.moved()).isEqualTo(1);
          assertThat(of.worth()).isEqualTo(new Worth(2_000, 20, 0, 0));
          assertThat(of.taken()).extracting(Takings.Taken::from).containsExactly("North", "South");
        });
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void whatever_is_known_of_a_subject_in_a_leaf_exactly_one_territory_has_it(long seed) {
    var random = new SplittableRandom(seed);
    CoverRequest plan = RandomRules.coverRequest(seed);
    int territories = plan.alignment().territories().size();
    String text = "rules l\n" + SmallWorld.rules(random, territories);
    WrittenRules written = WrittenRules.read(new Source("test.rules", text));

    ProvenRules proven;
    try {
      proven = ProvenRules.of(plan.withWritten(written), RandomRules.AREAS);
    } catch (ProblemException refused) {
      var space = RuleSpace.of(new CheckedRules(written.rules(), Dimensions.STANDARD), Map.of());
      RuleProof proof = RuleProof.of(space, Budget.USUAL);
      Set<Rule> dead = new HashSet<>(proof.neverWinning());
      proof.clashes().forEach(clash -> dead.removeAll(List.of(clash.rule(), clash.other())));
      assertThat(proof.clashes().size() + dead.size())
          .isEqualTo(refused.problems().size())
          .isPositive();
      return;
    }

    var plain = new PlainMatcher(proven.rules(), Dimensions.STANDARD);
    for (int leaf = random.nextInt(9); leaf < RandomRules.AREAS.leafCount(); leaf += 9) {
      String area = RandomRules.AREAS.path(RandomRules.AREAS.leafNode(leaf));
      for (Subject known : SmallWorld.PLACELESS) {
        Subject subject = known.withText("area", area);
        List<Rule> held = plain.findAll(subject);
        Set<TerritoryCode> owners =
            held.stream()
                .filter(rule -> rule.priority() == held.getFirst().priority())
                .map(Rule::territory)
                .collect(Collectors.toSet());
        assertThat(owners).as("%s", subject).hasSize(1);
        assertThat(proven.lookup().findTerritory(subject)).hasValue(owners.iterator().next());
      }
    }
  }

  private static int line(Problem problem) {
    return ((Place.InText) problem.place()).line();
  }

  private static List<Problem> refused(String text) {
    return refused(text, List.of());
  }

  private static List<Problem> refused(String text, List<NamedAccount> named) {
    return catchThrowableOfType(
            ProblemException.class, () -> ProvenRules.of(request(text, named), RandomRules.AREAS))
        .problems();
  }

  private static ProvenRules prove(String text) {
    return ProvenRules.of(request(text, List.of()), RandomRules.AREAS);
  }

  private static CoverRequest request(String text, List<NamedAccount> named) {
    WrittenRules written = WrittenRules.read(new Source("own.rules", text)).withAccounts(KNOWN);
    return new CoverRequest("new-business", "1", HALVES, AreaKind.POSTCODE, Map.of(), named)
        .withWritten(written);
  }

  private static Alignment halves() {
    UnitNumbering units = RandomRules.AREAS.units();
    int[] territoryOf = new int[units.size()];
    for (int unit = units.size() / 2; unit < units.size(); unit++) {
      territoryOf[unit] = 1;
    }
    return Alignment.of(
        units, List.of(new TerritoryCode("North"), new TerritoryCode("South")), territoryOf);
  }

  private static Account account(String id, String area, long employees) {
    return new Account(
        AccountId.ofExternal("crm", id),
        id,
        "Account " + id,
        Address.UNKNOWN,
        new Location(new LonLat(0, 0), Precision.EXACT, area),
        new Firmographics("", OptionalLong.of(employees), OptionalLong.empty(), ""),
        new Worth(1_000, 10, 0, 0),
        Ties.NONE,
        Upkeep.UNKNOWN,
        "",
        "");
  }
}
