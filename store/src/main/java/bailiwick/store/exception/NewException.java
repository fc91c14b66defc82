package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.roster.RepresentativeId;
import bailiwick.store.plan.PlanId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exception to be made.
 *
 * @param plan whose territories it speaks of
 * @param from first day
 * @param until first day after it; null for a strategic account alone
 * @param reviewOn when a strategic account is looked at again; null for others
 * @param why the reason
 * @param who the author
 */
public record NewException(
    PlanId plan,
    AccountId account,
    ExceptionKind kind,
    Owner owner,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate reviewOn,
    String why,
    String who) {

  /** Who is to own the account. */
  public sealed interface Owner {

    /** A territory, such as that of a strategic team. */
    record OfTerritory(TerritoryCode code) implements Owner {}

    /** A person, wherever that person sits: in a territory of the person's own. */
    record OfPerson(RepresentativeId person) implements Owner {}

    /** Who owns it on the first day. */
    record AsItIs() implements Owner {}
  }
}
