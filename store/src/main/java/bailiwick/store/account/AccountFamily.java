package bailiwick.store.account;

import bailiwick.core.account.Account;
import java.util.List;
import java.util.Optional;

/**
 * Whom an account names as its parent, and who names it. Immutable.
 *
 * @param parent empty when it names none, or none that one account alone is
 * @param children the first of them by name
 * @param childCount how many there are in all
 */
public record AccountFamily(Optional<Account> parent, List<Account> children, long childCount) {
  public AccountFamily {
    children = List.copyOf(children);
  }
}
