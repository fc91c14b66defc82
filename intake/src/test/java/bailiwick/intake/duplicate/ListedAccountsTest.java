package bailiwick.intake.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bailiwick.core.account.Address;
import bailiwick.core.fixture.Seeds;
import bailiwick.core.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts held as bytes. */
class ListedAccountsTest {

  @Test
  void accounts_come_back_as_they_were_added() {
    Seeds.check((random, size) -> {
      List<ListedAccount> accounts = Listings.random(random, size);
      ListedAccounts held = ListedAccounts.empty();
      held.addAll(accounts);
      assertThat(held).isEqualTo(accounts);
    });
  }

  @Test
  void long_texts_and_letters_of_every_script_are_kept() {
    ListedAccount account =
        new ListedAccount(
            "7",
            -3,
            "é北京\uD83C\uDFED\0".repeat(40_000),
            new Address("a".repeat(127), "b".repeat(128), "", "\t\n", "US"),
            "",
            "+1",
            "");
    ListedAccounts held = ListedAccounts.empty();
    held.add(account);

    assertThat(held).containsExactly(account);
    assertThat(held.id(0)).isEqualTo("7");
  }

  @Test
  void more_accounts_than_the_memory_holds_are_refused_with_how_many_fit() {
    ListedAccounts held = ListedAccounts.within(10_000);
    int fitting = 0;
    while (fits(held, Listings.named("A" + fitting, "Acme"))) {
      fitting++;
    }

    assertThat(fitting).isBetween(5, 50);
    assertThat(held).as("what was there stays").hasSize(fitting);
  }

  private static boolean fits(ListedAccounts held, ListedAccount next) {
    try {
      return held.add(next);
    } catch (ProblemException refused) {
      assertThat(refused.problems())
          .isEqualTo(List.of(new DuplicateProblem.TooMany(held.size(), 10_000)));
      return false;
    }
  }

  @Test
  void the_refusal_says_what_to_do() {
    ListedAccounts none = ListedAccounts.within(0);

    assertThatThrownBy(() -> none.add(Listings.named("A", "Acme")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              var problem = refused.problems().getFirst();
              assertThat(problem.code()).isEqualTo("DUPLICATES_TOO_MANY");
              assertThat(problem.hint()).contains("-Xmx");
            });
  }
}
