package bailiwick.store.potential;

import bailiwick.core.account.AccountId;
import bailiwick.core.account.Firmographics;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what a model asks of accounts: their rows, deals and revenue, each once. */
final class EstimateInputs {

  /** Rows fetched at once while streaming: some megabytes. */
  private static final int FETCH_SIZE = 10_000;

  /**
   * Sums of amounts are cut where they would turn over; a model cuts them lower still. The ids are
   * null for every account, else those of one account and what was merged into it.
   */
  private static final String SELECT =
      """
      WITH stage AS (
        SELECT coalesce(merged_into, account_id) AS account_id, stage,
          count(*) FILTER (WHERE state = 'WON') AS won,
          count(*) FILTER (WHERE state = 'LOST') AS lost,
          CASE WHEN bool_or(state = 'OPEN')
            THEN least(sum(amount_cents) FILTER (WHERE state = 'OPEN'), 2e18)::bigint
          END AS open_cents
        FROM deal JOIN account ON account.id = account_id
        WHERE CAST(:ids AS uuid[]) IS NULL OR account_id = ANY (:ids)
        GROUP BY 1, 2
      ), deals AS (
        SELECT account_id, sum(won) AS won, sum(lost) AS lost,
          array_agg(stage) FILTER (WHERE open_cents IS NOT NULL) AS stages,
          array_agg(open_cents) FILTER (WHERE open_cents IS NOT NULL) AS amounts
        FROM stage GROUP BY account_id
      ), booked AS (
        SELECT coalesce(merged_into, account_id) AS account_id,
          round(sum(amount_cents::numeric * (least(until_day, :until) - greatest(from_day, :from))
            / (until_day - from_day))) AS cents
        FROM revenue JOIN account ON account.id = account_id
        WHERE from_day < :until AND until_day > :from
          AND (CAST(:ids AS uuid[]) IS NULL OR account_id = ANY (:ids))
        GROUP BY 1
      )
      SELECT account.id, industry, employees, annual_revenue_cents, segment,
        coalesce(cents, sales_cents) AS sales_cents, pipeline_cents, potential_cents,
        workload_centihours, coalesce(won, 0) AS won, coalesce(lost, 0) AS lost, stages, amounts
      FROM account LEFT JOIN deals ON deals.account_id = account.id
        LEFT JOIN booked ON booked.account_id = account.id
      WHERE merged_into IS NULL
        AND (CAST(:ids AS uuid[]) IS NULL OR account.id = ANY (:ids))
      ORDER BY account.id
      """;

  private final Database database;

  EstimateInputs(Database database) {
    this.database = database;
  }

  void forEach(LocalDate from, LocalDate until, Consumer<EstimateInput> consumer) {
    read(null, from, until, consumer);
  }

  /** Hands on nothing when there is no such account. */
  void forOne(AccountId account, LocalDate from, LocalDate until, Consumer<EstimateInput> taker) {
    UUID[] itsOwn =
        database
            .jdbc()
            .sql("SELECT id FROM account WHERE id = :id OR merged_into = :id")
            .param("id", account.value())
            .query((row, number) -> Rows.id(row, "id"))
            .list()
            .toArray(UUID[]::new);
    read(itsOwn, from, until, taker);
  }

  private void read(
      UUID @Nullable [] ids, LocalDate from, LocalDate until, Consumer<EstimateInput> consumer) {
    database.inTransaction(() -> {
      database
          .jdbc()
          .sql(SELECT)
          .withFetchSize(FETCH_SIZE)
          .param("ids", ids)
          .param("from", from)
          .param("until", until)
          .query(row -> {
            consumer.accept(input(row));
          });
      return consumer;
    });
  }

  private static EstimateInput input(ResultSet row) throws SQLException {
    return new EstimateInput(
        new AccountId(Rows.id(row, "id")),
        new Firmographics(
            Rows.text(row, "industry"),
            Rows.findNumber(row, "employees"),
            Rows.findNumber(row, "annual_revenue_cents"),
            Rows.text(row, "segment")),
        row.getLong("sales_cents"),
        row.getLong("pipeline_cents"),
        row.getLong("potential_cents"),
        row.getLong("workload_centihours"),
        row.getLong("won"),
        row.getLong("lost"),
        open(row.getArray("stages"), row.getArray("amounts")));
  }

  private static Map<String, Long> open(@Nullable Array stages, @Nullable Array amounts)
      throws SQLException {
    if (stages == null || amounts == null) {
      return Map.of();
    }
    String[] names = (String[]) stages.getArray();
    Long[] cents = (Long[]) amounts.getArray();
    Map<String, Long> open = new HashMap<>();
    for (int k = 0; k < names.length; k++) {
      open.put(names[k], cents[k]);
    }
    return open;
  }
}
