package bailiwick.store.potential;

import bailiwick.core.account.AccountId;
import bailiwick.store.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of each account, beside its row. Every change joins the caller's transaction.
 */
final class KeptEstimates {

  private static final String TERMS =
      "model_segment, spend_cents, conversion_cents, open_deals_cents, growth_cents,"
          + " visit_centihours, call_centihours, size_unknown";

  private static final String NO_TERMS =
      Arrays.stream(TERMS.split(", "))
          .map(term -> term + " = NULL")
          .collect(Collectors.joining(", "));

  private final Database database;

  KeptEstimates(Database database) {
    this.database = database;
  }

  Optional<AccountEstimate> find(AccountId account) {
    return database
        .jdbc()
        .sql(
            """
            SELECT potential_cents, workload_centihours, imported_potential_cents,
              imported_workload_centihours,
            """
                + TERMS
                + " FROM account WHERE id = (SELECT coalesce(merged_into, id) FROM account"
                + " WHERE id = :id)")
        .param("id", account.value())
        .query((row, number) ->
            new AccountEstimate(
                row.getLong("potential_cents"),
                row.getLong("workload_centihours"),
                row.getLong("imported_potential_cents"),
                row.getLong("imported_workload_centihours"),
                terms(row)))
        .optional();
  }

  private static @Nullable KeptTerms terms(ResultSet row) throws SQLException {
    String segment = row.getString("model_segment");
    return segment == null
        ? null
        : new KeptTerms(
            segment,
            row.getLong("spend_cents"),
            row.getLong("conversion_cents"),
            row.getLong("open_deals_cents"),
            row.getLong("growth_cents"),
            row.getLong("visit_centihours"),
            row.getLong("call_centihours"),
            row.getBoolean("size_unknown"));
  }

  /** What all accounts are worth by their files. */
  WorthTotals imported() {
    return database
        .jdbc()
        .sql(
            """
            SELECT coalesce(sum(imported_potential_cents), 0) AS potential,
              coalesce(sum(imported_workload_centihours), 0) AS workload
            FROM account WHERE merged_into IS NULL
            """)
        .query((row, number) -> new WorthTotals(row.getLong("potential"), row.getLong("workload")))
        .single();
  }

  /**
   * Puts terms in the place of all that there were; accounts without any keep none. Returns how
   * many accounts changed.
   */
  long replaceAll(Consumer<BiConsumer<AccountId, KeptTerms>> terms) {
    holdAccounts();
    database
        .jdbc()
        .sql(
            "CREATE TEMP TABLE estimate_staging ON COMMIT DROP AS SELECT id, "
                + TERMS
                + " FROM account WITH NO DATA")
        .update();
    database.copyIn(
        "estimate_staging (id, " + TERMS + ")",
        rows ->
            terms.accept((account, kept) ->
                rows.id(account.value())
                    .text(kept.segment())
                    .number(kept.spendCents())
                    .number(kept.conversionCents())
                    .number(kept.openDealsCents())
                    .number(kept.growthCents())
                    .number(kept.visitCentihours())
                    .number(kept.callCentihours())
                    .plain(kept.sizeUnknown())
                    .end()));
    database.jdbc().sql("ANALYZE estimate_staging").update();
    return update(
            "(%1$s) = (%2$s) FROM estimate_staging AS staged WHERE account.id = staged.id"
                + " AND (%3$s) IS DISTINCT FROM (%2$s)")
        + clear(
            " AND NOT EXISTS (SELECT FROM estimate_staging AS staged WHERE staged.id = account.id)");
  }

  /** Takes all terms away; returns how many accounts changed. */
  long removeAll() {
    holdAccounts();
    return clear("");
  }

  /**
   * Waits for those who change accounts and keeps others from it until the transaction ends, so
   * that what was read of them still holds when it is written. Two that change many accounts at
   * once, in different order, would wait for each other, too.
   */
  void holdAccounts() {
    database.jdbc().sql("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE").update();
  }

  private long update(String change) {
    return database
        .jdbc()
        .sql("UPDATE account SET " + change.formatted(TERMS, of("staged"), of("account")))
        .update();
  }

  private long clear(String and) {
    return database
        .jdbc()
        .sql("UPDATE account SET " + NO_TERMS + " WHERE model_segment IS NOT NULL" + and)
        .update();
  }

  private static String of(String table) {
    return Arrays.stream(TERMS.split(", "))
        .map(term -> table + "." + term)
        .collect(Collectors.joining(", "));
  }

  /** Puts terms in the place of those of one account. */
  void replace(AccountId account, KeptTerms terms) {
    database
        .jdbc()
        .sql(
            "UPDATE account SET ("
                + TERMS
                + ") = (:segment, :spend, :conversion, :open, :growth, :visits, :calls, :unknown)"
                + " WHERE id = :id")
        .param("segment", terms.segment())
        .param("spend", terms.spendCents())
        .param("conversion", terms.conversionCents())
        .param("open", terms.openDealsCents())
        .param("growth", terms.growthCents())
        .param("visits", terms.visitCentihours())
        .param("calls", terms.callCentihours())
        .param("unknown", terms.sizeUnknown())
        .param("id", account.value())
        .update();
  }
}
