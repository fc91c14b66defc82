package bailiwick.rules.propose;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.fixture.Seeds;
import bailiwick.rules.attribute.Dimension;
import bailiwick.rules.attribute.Dimensions;
import bailiwick.rules.attribute.Subject;
import bailiwick.rules.decide.LeadRouter;
import bailiwick.rules.lookup.Compilation;
import bailiwick.rules.lookup.PlainMatcher;
import bailiwick.rules.lookup.RuleCompiler;
import bailiwick.rules.source.Span;
import bailiwick.rules.syntax.Condition;
import bailiwick.rules.syntax.Rule;
import bailiwick.rules.syntax.RuleId;
import bailiwick.rules.syntax.RulePrinter;
import bailiwick.rules.syntax.RuleSet;
import bailiwick.rules.syntax.TerritoryTitle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RuleProposerTest {

  private static final Dimensions DIMENSIONS = Dimensions.STANDARD;
  private static final TerritoryCode T = new TerritoryCode("T");
  private static final TerritoryCode REST = new TerritoryCode("Rest");

  private static Subject account(String area, String industry, long employees) {
    return Subject.UNKNOWN
        .withText(Dimension.AREA.name(), area)
        .withText(Dimension.INDUSTRY.name(), industry)
        .withNumber(Dimension.EMPLOYEES.name(), employees);
  }

  private static Proposal propose(List<Subject> wanted, List<Subject> others) {
    RuleProposer proposer = RuleProposer.of(wanted, DIMENSIONS);
    others.forEach(proposer::addOther);
    return proposer.propose();
  }

  private static Proposal.Fits fitting(List<Subject> wanted, List<Subject> others) {
    return (Proposal.Fits) propose(wanted, others);
  }

  @Test
  void one_question_that_tells_them_apart_is_all_that_is_asked() {
    Proposal.Fits found =
        fitting(
            List.of(
                account("US/IL/17031", "622110", 40),
                account("US/WI/55025", "622210", 900),
                account("US/IL/17043", "622310", 70)),
            List.of(account("US/IL/17031", "541110", 40), account("US/WI/55025", "336", 900)));

    assertThat(RulePrinter.print(found.condition())).isEqualTo("industry starts 622");
    assertThat(found.covered()).isEqualTo(3);
    assertThat(found.others()).isZero();
    assertThat(found.complete()).isTrue();
  }

  @Test
  void two_questions_are_asked_where_one_would_take_too_many() {
    Proposal.Fits found =
        fitting(
            List.of(
                account("US/IL/17031", "622110", 40),
                account("US/IL/17043", "622210", 900),
                account("US/IL/17089", "622310", 70)),
            List.of(
                account("US/IL/17031", "541110", 40),
                account("US/IL/17031", "541110", 950),
                account("US/WI/55025", "622110", 60),
                account("US/WI/55079", "622210", 800)));

    assertThat(RulePrinter.print(found.condition()))
        .isEqualTo("area within US/IL and industry starts 622");
    assertThat(found.others()).isZero();
  }

  @Test
  void a_tag_and_a_range_of_numbers_are_questions_too() {
    assertThat(
            RulePrinter.print(
                fitting(
                        List.of(
                            account("US/IL", "1", 5).withTag("partner"),
                            account("US/WI", "2", 6).withTag("partner"),
                            account("US/MI", "3", 7).withTag("partner")),
                        List.of(
                            account("US/IL", "1", 5),
                            account("US/WI", "2", 6),
                            account("US/MI", "3", 7)))
                    .condition()))
        .isEqualTo("tag is partner");
    assertThat(
            RulePrinter.print(
                fitting(
                        List.of(
                            account("US/IL", "11", 1000),
                            account("US/WI", "22", 2000),
                            account("US/MI", "33", 3000)),
                        List.of(
                            account("US/IL", "11", 999),
                            account("US/WI", "22", 10),
                            account("US/MI", "33", 20)))
                    .condition()))
        .isEqualTo("employees in 1000..");
  }

  @Test
  void the_others_that_it_takes_are_counted_and_fewer_than_it_covers() {
    List<Subject> wanted = Collections.nCopies(10, account("US/IL", "622", 10));
    Proposal.Fits found = fitting(wanted, Collections.nCopies(9, account("US/IL", "622", 10)));
    assertThat(found.covered()).isEqualTo(10);
    assertThat(found.others()).isEqualTo(9);

    assertThat(propose(wanted, Collections.nCopies(10, account("US/IL", "622", 10))))
        .isEqualTo(new Proposal.NoneFits(10, true));
  }

  @Test
  void few_accounts_and_accounts_without_anything_in_common_make_no_rule() {
    assertThat(propose(List.of(account("US", "1", 1), account("US", "1", 1)), List.of()))
        .isEqualTo(new Proposal.TooFew(2));
    assertThat(propose(Collections.nCopies(5, Subject.UNKNOWN), List.of()))
        .isEqualTo(new Proposal.NoneFits(5, true));
    assertThat(propose(List.of(), List.of())).isEqualTo(new Proposal.TooFew(0));
  }

  @Test
  void it_stops_when_its_work_is_done_and_says_so() {
    RuleProposer hurried =
        RuleProposer.of(
            List.of(
                account("US/IL/1", "622110", 40),
                account("US/WI/2", "522210", 900),
                account("US/MI/3", "422310", 70)),
            DIMENSIONS,
            1);
    assertThat(hurried.propose().complete()).isFalse();
  }

  @Test
  void what_it_says_is_what_the_decisions_by_its_rule_are() {
    Seeds.check(
        60,
        (random, size) -> {
          List<Subject> wanted = accounts(random, 3 + random.nextInt(8));
          List<Subject> others = accounts(random, random.nextInt(30));
          if (propose(wanted, others) instanceof Proposal.Fits fits) {
            ProposedRule proposed = ProposedRule.before(everythingElse(), T, fits.condition());
            assertThat(given(wanted, proposed)).isEqualTo(fits.covered());
            assertThat(given(others, proposed)).isEqualTo(fits.others());
          }
        });
  }

  private static long given(List<Subject> accounts, ProposedRule proposed) {
    return accounts.stream()
        .filter(account -> proposed.router().findTerritory(account).filter(T::equals).isPresent())
        .count();
  }

  private static LeadRouter everythingElse() {
    RuleSet rules =
        RuleSet.of(
            "l",
            "v",
            List.of(new TerritoryTitle(REST, "", Span.NONE)),
            List.of(new Rule(new RuleId("all"), 0, REST, Condition.All.ALWAYS, Span.NONE)));
    var compiled = (Compilation.Compiled) RuleCompiler.withoutAreas(DIMENSIONS).compile(rules);
    return new LeadRouter(compiled.lookup());
  }

  @Test
  void no_conjunction_of_its_questions_is_better_and_the_order_of_accounts_is_nothing_to_it() {
    var plain = new PlainMatcher(everythingElse().lookup().rules(), DIMENSIONS);
    Seeds.check(
        40,
        (random, size) -> {
          List<Subject> wanted = accounts(random, 3 + random.nextInt(6));
          List<Subject> others = accounts(random, random.nextInt(20));
          Proposal found = propose(wanted, others);
          List<Candidate> questions = Candidates.of(wanted, DIMENSIONS);
          Best best = new Best(plain, wanted, others);
          for (int i = 0; i < questions.size(); i++) {
            best.offer(List.of(questions.get(i).condition()));
          }
          for (int i = 0; i < questions.size(); i++) {
            for (int j = i + 1; j < questions.size(); j++) {
              best.offer(List.of(questions.get(i).condition(), questions.get(j).condition()));
            }
          }
          if (found instanceof Proposal.Fits fits) {
            assertThat(fits.covered() - fits.others()).isGreaterThanOrEqualTo(best.gain);
            if (fits.questions() < RuleProposer.MOST_QUESTIONS) {
              assertThat(fits.covered() - fits.others()).isEqualTo(best.gain);
              assertThat(fits.questions()).isEqualTo(best.length);
              assertThat(fits.covered()).isEqualTo(best.covered);
            }
          } else {
            assertThat(best.gain).isZero();
          }
          Collections.shuffle(wanted, new Random(random.nextLong()));
          Collections.shuffle(others, new Random(random.nextLong()));
          assertThat(propose(wanted, others)).isEqualTo(found);
        });
  }

  /** The best of what was offered, tried account by account. */
  private static final class Best {
    private final PlainMatcher plain;
    private final List<Subject> wanted;
    private final List<Subject> others;
    private long gain;
    private long covered;
    private int length;

    Best(PlainMatcher plain, List<Subject> wanted, List<Subject> others) {
      this.plain = plain;
      this.wanted = wanted;
      this.others = others;
    }

    void offer(List<Condition> parts) {
      Condition all = new Condition.All(parts, Span.NONE);
      long holds = wanted.stream().filter(subject -> plain.holds(all, subject)).count();
      long taken = others.stream().filter(subject -> plain.holds(all, subject)).count();
      if (2 * holds < wanted.size() || holds - taken < gain || holds == taken) {
        return;
      }
      if (holds - taken > gain || (parts.size() == length && holds > covered)) {
        gain = holds - taken;
        covered = holds;
        length = parts.size();
      }
    }
  }

  private static List<Subject> accounts(SplittableRandom random, int number) {
    List<Subject> accounts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Subject account = Subject.UNKNOWN;
      if (random.nextInt(5) > 0) {
        account = account.withText("area", "US/R" + random.nextInt(3) + "/C" + random.nextInt(2));
      }
      if (random.nextInt(4) > 0) {
        account = account.withText("industry", "6" + random.nextInt(3) + random.nextInt(2));
      }
      if (random.nextInt(4) > 0) {
        account = account.withNumber("employees", random.nextInt(5) * 100L);
      }
      if (random.nextInt(3) == 0) {
        account = account.withText("segment", random.nextBoolean() ? "large" : "small");
      }
      if (random.nextInt(3) == 0) {
        account = account.withTag("partner");
      }
      accounts.add(account);
    }
    return accounts;
  }
}
