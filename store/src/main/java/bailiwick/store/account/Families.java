package bailiwick.store.account;

import bailiwick.core.account.Account;
import bailiwick.store.database.Database;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads families: a parent is named by its external id in the same source, or else by a name that
 * one account alone has. A merged account stands for its survivor.
 */
final class Families {

  private static final int MOST_CHILDREN = 50;

  private static final String SELECT = "SELECT " + AccountRows.ALL + " FROM account WHERE ";

  /**
   * The accounts that a name stands for: those that have it, or else the survivors of those merged
   * that have it. A parent is told by a name only when it is one account.
   */
  private static final String NAMED =
      """
      SELECT DISTINCT coalesce(merged_into, id) FROM account
      WHERE lower(name) = lower(%1$s) AND (merged_into IS NULL OR NOT EXISTS (
        SELECT FROM account AS alive WHERE lower(name) = lower(%1$s) AND merged_into IS NULL))
      """;

  /** Whether an account names that of the parameters, or one merged into it, as its parent. */
  private static final String CHILD =
      """
      merged_into IS NULL AND id <> :id AND id IN (
        SELECT child.id FROM account AS held
        JOIN account AS child ON child.source = held.source AND child.parent_key <> ''
          AND lower(child.parent_key) = lower(held.external_id)
          AND child.parent_key = held.external_id
        WHERE held.id = :id OR held.merged_into = :id
        UNION
        SELECT child.id FROM account AS held
        JOIN account AS child ON child.source = held.source AND child.parent_key <> ''
          AND lower(child.parent_key) = lower(held.name)
        WHERE (held.id = :id OR held.merged_into = :id) AND ARRAY(%s) = ARRAY[:id]
          AND NOT EXISTS (SELECT FROM account AS above
            WHERE above.source = child.source AND above.external_id = child.parent_key))
      """
          .formatted(NAMED.formatted("held.name"));

  private final Database database;

  Families(Database database) {
    this.database = database;
  }

  AccountFamily of(StoredAccount account) {
    List<Account> children =
        asked(SELECT + CHILD + " ORDER BY lower(name), id LIMIT " + MOST_CHILDREN, account)
            .query(AccountRows::read)
            .list()
            .stream()
            .map(StoredAccount::account)
            .toList();
    long count =
        children.size() < MOST_CHILDREN
            ? children.size()
            : asked("SELECT count(*) FROM account WHERE " + CHILD, account)
                .query(Long.class)
                .single();
    return new AccountFamily(parent(account), children, count);
  }

  private Optional<Account> parent(StoredAccount account) {
    if (account.account().ties().parentKey().isBlank()) {
      return Optional.empty();
    }
    return byId(account)
        .or(() -> byName(account))
        .map(StoredAccount::account)
        .filter(parent -> !parent.id().equals(account.account().id()));
  }

  private Optional<StoredAccount> byId(StoredAccount child) {
    return database
        .jdbc()
        .sql(
            SELECT
                + "id = (SELECT coalesce(merged_into, id) FROM account"
                + " WHERE source = :source AND external_id = :key)")
        .param("source", child.source())
        .param("key", child.account().ties().parentKey())
        .query(AccountRows::read)
        .optional();
  }

  private Optional<StoredAccount> byName(StoredAccount child) {
    List<StoredAccount> namesakes =
        database
            .jdbc()
            .sql(SELECT + "id IN (" + NAMED.formatted(":key") + ") LIMIT 2")
            .param("key", child.account().ties().parentKey())
            .query(AccountRows::read)
            .list();
    return namesakes.size() == 1 ? Optional.of(namesakes.getFirst()) : Optional.empty();
  }

  private StatementSpec asked(String sql, StoredAccount account) {
    return database.jdbc().sql(sql).param("id", account.account().id().value());
  }
}
