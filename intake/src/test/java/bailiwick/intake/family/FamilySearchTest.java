package bailiwick.intake.family;

import static bailiwick.intake.duplicate.Listings.child;
import static bailiwick.intake.duplicate.Listings.named;
import static bailiwick.intake.duplicate.Listings.web;
import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.core.account.Address;
import bailiwick.core.fixture.Seeds;
import bailiwick.intake.duplicate.ListedAccount;
import bailiwick.intake.family.Family.Basis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FamilySearchTest {

  @Test
  void grandchildren_are_of_the_family_of_the_one_at_the_top() {
    FamilyReport report =
        FamilySearch.find(
            List.of(named("1", "Acme"), child("2", "Acme France", "1"), child("3", "Lyon", "2")));
    assertThat(report.families())
        .containsExactly(new Family("1", List.of("1", "2", "3"), Basis.PARENTS, ""));
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void a_parent_may_be_named_by_the_name_that_one_account_has() {
    FamilyReport report =
        FamilySearch.find(List.of(named("1", "Acme, Inc."), child("2", "Lyon", "ACME Inc")));
    assertThat(report.families())
        .containsExactly(new Family("1", List.of("1", "2"), Basis.PARENTS, ""));
  }

  @Test
  void a_missing_parent_is_told() {
    assertThat(FamilySearch.find(List.of(child("2", "Lyon", "9"))).problems())
        .containsExactly(new FamilyProblem.MissingParent("2", "9"))
        .first()
        .extracting(FamilyProblem::message)
        .isEqualTo("The parent `9` of the account `2` is not among the accounts.");
  }

  @Test
  void a_parent_named_by_what_several_are_called_is_told() {
    assertThat(
            FamilySearch.find(
                    List.of(named("1", "Acme"), named("2", "Acme Inc"), child("3", "X", "Acme")))
                .problems())
        .containsExactly(new FamilyProblem.UnclearParent("3", "Acme", 2));
  }

  @Test
  void a_circle_is_told_once_and_cut_and_those_below_it_keep_their_family() {
    FamilyReport report =
        FamilySearch.find(
            List.of(
                child("3", "C", "2"),
                child("1", "A", "3"),
                child("2", "B", "1"),
                child("4", "D", "2"),
                child("5", "E", "5")));
    assertThat(report.problems())
        .containsExactly(
            new FamilyProblem.Circle(List.of("1", "3", "2")),
            new FamilyProblem.Circle(List.of("5")));
    assertThat(report.problems().getFirst().message())
        .isEqualTo("The parents of 3 accounts lead round in a circle: `1` → `3` → `2` → `1`.");
    assertThat(report.problems().getLast().message())
        .isEqualTo("The account `5` is its own parent.");
    assertThat(report.families())
        .containsExactly(new Family("2", List.of("2", "4"), Basis.PARENTS, ""));
  }

  @Test
  void accounts_of_one_domain_are_proposed_as_a_family_under_the_shortest_name() {
    assertThat(
            FamilySearch.find(
                    List.of(
                        web("1", "Acme France", "acme.com"),
                        web("2", "Acme", "www.acme.com"),
                        web("3", "Other", "gmail.com"),
                        web("4", "Another", "gmail.com")))
                .families())
        .containsExactly(new Family("2", List.of("1", "2"), Basis.DOMAIN, "acme.com"));
  }

  @Test
  void an_account_of_a_familys_domain_is_proposed_under_its_head() {
    FamilyReport report =
        FamilySearch.find(
            List.of(
                named("1", "Acme Holding"),
                with(child("2", "Acme", "1"), "acme.com"),
                web("3", "Acme Spain", "acme.com")));
    assertThat(report.families())
        .containsExactly(
            new Family("1", List.of("1", "2"), Basis.PARENTS, ""),
            new Family("1", List.of("1", "2", "3"), Basis.DOMAIN, "acme.com"));
  }

  @Test
  void a_domain_in_two_families_is_told_and_nothing_is_proposed() {
    FamilyReport report =
        FamilySearch.find(
            List.of(
                web("1", "Acme", "acme.com"),
                child("2", "X", "1"),
                web("3", "Acme Two", "acme.com"),
                child("4", "Y", "3")));
    assertThat(report.families()).extracting(Family::basis).containsOnly(Basis.PARENTS);
    assertThat(report.problems())
        .containsExactly(new FamilyProblem.SplitDomain("acme.com", List.of("1", "3")));
  }

  @Test
  void every_account_has_one_head_reached_by_walking_up_unless_a_circle_is_on_the_way() {
    Seeds.check((random, size) -> {
      List<ListedAccount> accounts = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int parent = random.nextInt(-2, size);
        accounts.add(child("A" + (1_000 + i), "N" + i, parent < 0 ? "" : "A" + (1_000 + parent)));
      }
      FamilyReport report = FamilySearch.find(accounts);
      Set<String> seen = new HashSet<>();
      report
          .families()
          .forEach(
              family -> family.members().forEach(member -> assertThat(seen.add(member)).isTrue()));
      for (int i = 0; i < size; i++) {
        String head = walkUp(accounts, i);
        String id = accounts.get(i).id();
        if (!head.isEmpty() && !head.equals(id)) {
          assertThat(report.families())
              .anySatisfy(family -> {
                assertThat(family.head()).isEqualTo(head);
                assertThat(family.members()).contains(id);
              });
        }
      }
    });
  }

  /** The id at the top, empty when the walk comes round. */
  private static String walkUp(List<ListedAccount> accounts, int from) {
    int at = from;
    for (int steps = 0; steps <= accounts.size(); steps++) {
      String parent = accounts.get(at).parent();
      if (parent.isEmpty()) {
        return accounts.get(at).id();
      }
      at = Integer.parseInt(parent.substring(1)) - 1_000;
    }
    return "";
  }

  private static ListedAccount with(ListedAccount account, String website) {
    return new ListedAccount(
        account.id(), 0, account.name(), Address.UNKNOWN, website, "", account.parent());
  }
}
