package bailiwick.store.ledger;

import bailiwick.core.problem.Problem;
import bailiwick.store.database.CopyRows;
import bailiwick.store.database.Database;
import bailiwick.store.plan.LayerId;
import bailiwick.store.stability.StabilityGovernor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes what rules and people say of ownership where no exception stands above it. On the days of
 * an exception it goes beneath: there the account stays with whom the exception names, and falls
 * back to what was written meanwhile.
 *
 * <p>Must run within one transaction of the caller, who has taken the layer's {@link LedgerTurn}.
 */
public final class RuledOwnership {

  /** Parts of what is stated that lie on days of exceptions, which are few, go beneath. */
  private static final String DIVIDE =
      """
      WITH apart AS (
        SELECT key_id, value_id, stated.origin_id, daterange(from_day, until_day) AS period,
          range_agg(excepted.valid) AS days
        FROM excepted
        JOIN ownership_stated AS stated ON stated.key_id = account_id
          AND excepted.valid && daterange(from_day, until_day)
        WHERE layer_id = :layer AND superseded_at IS NULL
        GROUP BY 1, 2, 3, 4
      ), gone AS (
        DELETE FROM ownership_stated AS stated USING apart
        WHERE stated.key_id = apart.key_id AND daterange(from_day, until_day) = period
      ), above AS (
        INSERT INTO ownership_stated (key_id, value_id, from_day, until_day, origin_id)
        SELECT key_id, value_id, lower(piece), upper(piece), origin_id
        FROM apart, unnest(datemultirange(period) - days) AS piece
      )
      INSERT INTO ownership_beneath_stated (key_id, value_id, from_day, until_day, origin_id)
      SELECT key_id, value_id, lower(piece), upper(piece), origin_id
      FROM apart, unnest(datemultirange(period) * days) AS piece
      """;

  private final Database database;
  private final Bitemporal above;
  private final Bitemporal beneath;
  private final StabilityGovernor governor;

  /** Writes into a database. */
  public RuledOwnership(Database database) {
    this.database = database;
    this.above = Bitemporal.ownership(database);
    this.beneath = Bitemporal.beneath(database);
    this.governor = new StabilityGovernor(database);
  }

  /**
   * States facts, as {@link Bitemporal#state} does; an account's periods do not overlap.
   *
   * @return how many facts were stated
   */
  public long state(Consumer<CopyRows> rows) {
    beneath.begin();
    return above.state(rows);
  }

  /** Begins with nothing stated, for facts that a statement puts into {@code ownership_stated}. */
  void begin() {
    beneath.begin();
    above.begin();
  }

  /**
   * What of the stated facts is new.
   *
   * @param accounts that get another owner on some day
   * @param concerned these and accounts of which the news lie beneath exceptions
   */
  public record News(long accounts, long concerned) {

    /** Whether there is anything to record. */
    public boolean isAny() {
      return concerned > 0;
    }
  }

  /** Keeps the facts that say something new, and tells of how many accounts. */
  public News keepNews(LayerId layer) {
    database.jdbc().sql(DIVIDE).param("layer", layer.value()).update();
    above.keepNews(layer.value());
    beneath.keepNews(layer.value());
    return database
        .jdbc()
        .sql(
            """
            SELECT count(*) FILTER (WHERE above) AS accounts, count(*) AS concerned
            FROM (
              SELECT key_id, bool_or(above) AS above FROM (
                SELECT key_id, true AS above FROM ownership_claim
                UNION ALL SELECT key_id, false FROM ownership_beneath_claim) AS claim
              GROUP BY key_id
            ) AS account
            """)
        .query((row, number) -> new News(row.getLong("accounts"), row.getLong("concerned")))
        .single();
  }

  /**
   * Refuses the news when they move accounts more often than the layer allows.
   *
   * @throws bailiwick.core.problem.ProblemException with a {@code STABILITY_…} problem for each
   *     rule that they break
   */
  public void requireStable(LayerId layer) {
    governor.requireStable(layer);
  }

  /** What of the news moves accounts more often than the layer allows; empty when nothing does. */
  public List<Problem> findUnstable(LayerId layer) {
    return governor.findProblems(layer);
  }

  /** Records the news. */
  public void apply(LayerId layer, UUID change, Instant recordedAt) {
    above.apply(layer.value(), change, recordedAt);
    beneath.apply(layer.value(), change, recordedAt);
  }
}
