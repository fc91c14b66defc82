package bailiwick.rules.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.area.AreaPath;
import bailiwick.rules.RandomRules;
import bailiwick.rules.attribute.AttributeValue;
import bailiwick.rules.attribute.CodeScheme;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.Decision;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.decide.Trace;
import bailiwick.rules.proof.Budget;
import bailiwick.rules.proof.RuleProof;
import bailiwick.rules.source.RuleProblem;
import bailiwick.rules.source.Source;
import bailiwick.rules.space.RuleSpace;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Interval;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.Scope;
import bailiwick.rules.syntax.TerritoryTitle;
import bailiwick.rules.syntax.Value;
import bailiwick.rules.syntax.ValueList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeLanguageTest {

  private static final RuleCompiler COMPILER =
      RuleCompiler.over(RandomRules.DIMENSIONS, RandomRules.AREAS);
  private static final int SUBJECTS = 50;

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_lookup_decides_as_the_rules_are_written(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.wholeLanguage().withExamples(List.of());
    LocalDate day = random.day();
    RuleLookup lookup = compiled(COMPILER.on(day).compile(rules));
    var meaning = new Meaning(rules, day);

    for (int i = 0; i < SUBJECTS; i++) {
      Subject subject = random.subjectOfWholeLanguage();
      assertThat(lookup.findTerritory(subject))
          .as("%s", subject)
          .isEqualTo(meaning.findTerritory(subject));
    }
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("bailiwick.rules.RandomRules#seeds")
  void the_change_that_is_told_moves_the_subject_and_stays_in_the_domains(long seed) {
    var random = new RandomRules(seed);
    RuleSet rules = random.wholeLanguage().withExamples(List.of());
    RuleLookup lookup = compiled(COMPILER.on(random.day()).compile(rules));
    var router = new LeadRouter(lookup);

    for (int i = 0; i < 10; i++) {
      Subject subject = random.subjectOfWholeLanguage();
      Decision decision = router.decide(subject);
      Trace.Change change = decision.trace().change();
      if (change != null) {
        Subject changed = changed(subject, change, lookup);
        assertThat(lookup.findTerritory(changed))
            .isNotEqualTo(decision.findTerritory())
            .isEqualTo(Optional.ofNullable(change.territory()));
        assertThat(changed.find("grade")).isPresent();
      }
    }
  }

  private static Subject changed(Subject subject, Trace.Change change, RuleLookup lookup) {
    Subject changed = subject;
    for (Trace.AttributeChange each : change.attributes()) {
      Dimension dimension = lookup.dimensions().find(each.dimension()).orElseThrow();
      AttributeValue to =
          each.toUnknown()
              ? null
              : bailiwick.rules.attribute.Readings.read(dimension, each.to()).orElseThrow();
      changed = changed.with(each.dimension(), to);
    }
    return changed;
  }

  @Test
  void declared_values_are_what_a_proof_counts() {
    RuleProof proof =
        proof(
            """
            rules l
            field tier of words { gold, silver } known
            field founded of number 2000..2009 known
            field partner of words { yes } known
            territory T1 { rule a when tier is gold and not tag is vip }
            territory T2 { rule b when founded in 2004.. and tag is vip }
            """);

    assertThat(proof.points()).isEqualTo(2 * 10 * 2);
    assertThat(proof.gap().points()).isEqualTo(10 + 2 * 4);
  }

  @Test
  void a_territory_never_gets_what_one_above_it_leaves_out() {
    String text =
        """
        rules l
        territory WEST when area within US except when tag is strategic { }
        territory T1 under WEST { rule all when always except when segment is smb }
        territory T2 { rule rest priority 200 when always }
        example "in the west" area US/R0 -> T1
        example "a tag that the west leaves out" area US/R0, tag strategic -> T2
        example "what the rule leaves out" area US/R0, segment smb -> T2
        example "not in the west" area GB -> T2
        """;

    assertThat(COMPILER.check(List.of(new Source("l.rules", text))))
        .isInstanceOf(Checking.Sound.class);
  }

  @Test
  void layers_of_one_file_are_checked_apart() {
    String text =
        """
        rules sales
        field tier of words { gold }
        territory T1 { rule a when always }
        example tier gold -> T1

        rules service
        territory S1 { rule a when employees in 50.. }
        example employees 60 -> S1
        example employees 40 -> S1

        rules sales
        territory T2 { rule a when tier is gold }
        """;

    List<Checking> checked = COMPILER.checkLayers(new Source("l.rules", text));

    assertThat(checked).hasSize(3);
    assertThat(checked.getFirst()).isInstanceOf(Checking.Sound.class);
    assertThat(codes(checked.get(1))).containsExactly("RULE_EXAMPLE_FAILS");
    assertThat(codes(checked.get(2))).containsExactly("RULE_DUPLICATE", "RULE_UNKNOWN_FIELD");
  }

  private static List<String> codes(Checking checking) {
    return ((Checking.Unsound) checking).problems().stream().map(RuleProblem::code).toList();
  }

  @Test
  void the_explanation_speaks_of_what_the_territory_above_asks() {
    String text =
        """
        rules l
        territory WEST when area within US except when tag is strategic { }
        territory T1 under WEST { rule all when segment is smb }
        """;
    RuleLookup lookup = compiled(COMPILER.compile(List.of(new Source("l.rules", text))));
    Subject subject = Subject.UNKNOWN.withText("area", "US/R0").withText("segment", "smb");

    assertThat(new LeadRouter(lookup).decide(subject).reason())
        .isEqualTo(
            "It goes to T1 by the rule `all`: `area within US` holds for US/R0, and"
                + " `tag is strategic` does not hold for no, and `segment is smb` holds for smb.");
  }

  @Test
  void ten_thousand_territories_under_each_other_are_problems_and_no_stack_overflow() {
    var text = new StringBuilder("rules l\nterritory T0 when always { rule a when always }\n");
    for (int below = 1; below <= 10_000; below++) {
      text.append("territory T%s under T%s { }\n".formatted(below, below - 1));
    }

    var checked = COMPILER.check(List.of(new Source("deep.rules", text.toString())));

    assertThat(((Checking.Unsound) checked).problems())
        .hasSize(10_000 - 50)
        .allMatch(problem -> problem.code().equals("RULE_HIERARCHY_TOO_DEEP"));
  }

  private static RuleProof proof(String text) {
    var sound = (Checking.Sound) COMPILER.check(List.of(new Source("l.rules", text)));
    return RuleProof.of(RuleSpace.of(sound.rules(), Map.of()), Budget.USUAL);
  }

  private static RuleLookup compiled(Compilation compilation) {
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    return ((Compilation.Compiled) compilation).lookup();
  }

  /** What rules mean as they are written: nothing is folded, named otherwise, or looked up. */
  private record Meaning(RuleSet rules, LocalDate day) {

    Optional<TerritoryCode> findTerritory(Subject subject) {
      return rules.rules().stream()
          .filter(rule -> rule.period().has(day))
          .sorted(Comparator.comparingInt(Rule::priority))
          .filter(rule -> holds(rule.condition(), subject) && !holds(rule.except(), subject))
          .filter(rule -> isIn(title(rule.territory()), subject))
          .map(Rule::territory)
          .findFirst();
    }

    private TerritoryTitle title(TerritoryCode code) {
      return rules.territories().stream()
          .filter(title -> title.code().equals(code))
          .findFirst()
          .orElseThrow();
    }

    private boolean isIn(TerritoryTitle title, Subject subject) {
      Scope scope = title.scope();
      Value under = scope.under();
      return holds(scope.when(), subject)
          && !holds(scope.except(), subject)
          && (under == null || isIn(title(new TerritoryCode(under.text())), subject));
    }

    private boolean holds(Condition condition, Subject subject) {
      return switch (condition) {
        case Condition.All all -> all.parts().stream().allMatch(part -> holds(part, subject));
        case Condition.Any any -> any.parts().stream().anyMatch(part -> holds(part, subject));
        case Condition.Not not -> !holds(not.part(), subject);
        case Condition.Atom atom when atom.dimension().equals("tag") ->
            values(atom).stream().anyMatch(subject.tags()::contains);
        case Condition.Atom atom ->
            subject.find(atom.dimension()).map(value -> holds(atom, value)).orElse(atom.unknown());
      };
    }

    private boolean holds(Condition.Atom atom, AttributeValue value) {
      if (atom instanceof Condition.Range range) {
        long fixed = ((AttributeValue.Amount) value).fixed();
        int scale = range.dimension().equals("revenue") ? 2 : 0;
        return range.intervals().stream()
            .anyMatch((Interval interval) -> interval.contains(BigDecimal.valueOf(fixed, scale)));
      }
      String text = ((AttributeValue.Text) value).value();
      boolean isNace = atom.dimension().equals("nace");
      return values(atom).stream()
          .map(named -> isNace ? CodeScheme.NACE.read(named).orElseThrow() : named)
          .anyMatch(named ->
              switch (atom) {
                case Condition.Prefix prefix -> text.startsWith(named);
                case Condition.Within within -> AreaPath.isWithin(text, named);
                case Condition.Listed listed when listed.dimension().equals("area") ->
                    AreaPath.isWithin(text, named);
                default -> text.equals(named);
              });
    }

    private List<String> values(Condition.Atom atom) {
      List<Value> values =
          switch (atom) {
            case Condition.In in -> in.values();
            case Condition.Prefix prefix -> prefix.prefixes();
            case Condition.Within within -> within.areas();
            case Condition.Range range -> List.of();
            case Condition.Listed listed ->
                rules.lists().stream()
                    .filter(list -> list.name().equals(listed.list().text()))
                    .findFirst()
                    .orElseThrow()
                    .entries()
                    .stream()
                    .map(ValueList.Entry::value)
                    .toList();
          };
      return values.stream().map(Value::text).toList();
    }
  }
}
