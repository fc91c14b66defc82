package bailiwick.server.standing;

import bailiwick.rules.syntax.Rule;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.plan.Layer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a standing check found in a layer. Some 70 bytes a difference, for a whole layer may differ.
 * Immutable; made by {@link StandingCheck}.
 */
public final class Standing {

  /** What a difference is of; in this order, which is that of the names, too, they are listed. */
  public enum Of {
    ACCOUNT,
    LEAD,
    OPPORTUNITY
  }

  /**
   * One difference.
   *
   * @param id of what it is of
   * @param kept code of the territory that the ledger or the kept decision names, empty for nobody
   * @param rule the rule that wins, null when none holds
   */
  public record Difference(Disagreement kind, Of of, UUID id, String kept, @Nullable Rule rule) {

    /** Code of the territory that the rules name, empty for nobody. */
    public String byRules() {
      return rule == null ? "" : rule.territory().value();
    }

    /** What differs, in a sentence. */
    public String sentence() {
      return kind.sentence(kept, byRules());
    }
  }

  /** What was checked, and when. */
  public record Basis(
      Layer layer, LocalDate on, PublicationId publication, Instant checkedAt, Duration took) {}

  private final Basis basis;
  private final long accounts;
  private final long deals;
  private final long leads;
  private final List<Difference> differences; // accounts, leads, opportunities, each by id
  private final Map<Disagreement, Long> counts;

  private Standing(Basis basis, Tally tally) {
    this.basis = basis;
    this.accounts = tally.accounts;
    this.deals = tally.deals;
    this.leads = tally.leads;
    this.differences = List.copyOf(tally.differences);
    this.counts = tally.counts;
  }

  /** What was checked, and when. */
  public Basis basis() {
    return basis;
  }

  /** How many accounts were looked at. */
  public long accounts() {
    return accounts;
  }

  /** How many open opportunities were looked at. */
  public long deals() {
    return deals;
  }

  /** How many leads were looked at. */
  public long leads() {
    return leads;
  }

  /** How many differences there are of a kind. */
  public long count(Disagreement kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** How many differences there are that should not be. */
  public long contradictions() {
    return sum(false);
  }

  /** How many differences there are that are as they should be. */
  public long lawful() {
    return sum(true);
  }

  private long sum(boolean isLawful) {
    return Arrays.stream(Disagreement.values())
        .filter(kind -> kind.isLawful() == isLawful)
        .mapToLong(this::count)
        .sum();
  }

  /** All differences: of accounts, then of leads, then of opportunities, each by their ids. */
  public List<Difference> differences() {
    return differences;
  }

  /** Counts what is looked at. Belongs to one thread. */
  static final class Tally {

    private long accounts;
    private long deals;
    private long leads;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<Disagreement, Long> counts = new EnumMap<>(Disagreement.class);

    void addAccount() {
      accounts++;
    }

    void addDeal() {
      deals++;
    }

    void addLead() {
      leads++;
    }

    void differs(Difference difference) {
      differences.add(difference);
      counts.merge(difference.kind(), 1L, Long::sum);
    }

    Standing standing(Basis basis) {
      return new Standing(basis, this);
    }
  }
}
