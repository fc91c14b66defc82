package bailiwick.store.exception;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.store.plan.PlanId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A split of credit to be made; it takes the place of any other on its days.
 *
 * @param plan whose territories it speaks of
 * @param until first day after, null for an open end
 */
public record NewSplit(
    PlanId plan,
    AccountId account,
    LocalDate from,
    @Nullable LocalDate until,
    List<Part> parts,
    String why,
    String who) {

  public NewSplit {
    parts = List.copyOf(parts);
  }

  /**
   * What one territory is to get.
   *
   * @param basisPoints of 10,000
   */
  public record Part(TerritoryCode territory, long basisPoints) {}
}
