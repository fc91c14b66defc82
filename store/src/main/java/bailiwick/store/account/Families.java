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

  /** Whether an account names that of the parameters as its parent. */
  private static final String CHILD =
      """
      merged_into IS NULL AND id <> :id AND source = :source
      AND (lower(parent_key) = lower(:externalId) AND parent_key = :externalId
        OR lower(parent_key) = lower(:name) AND parent_key <> ''
          AND (SELECT count(*) FROM account WHERE lower(name) = lower(:name)
            AND merged_into IS NULL) = 1)
      """;

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
            .sql(SELECT + "merged_into IS NULL AND lower(name) = lower(:key) LIMIT 2")
            .param("key", child.account().ties().parentKey())
            .query(AccountRows::read)
            .list();
    return namesakes.size() == 1 ? Optional.of(namesakes.getFirst()) : Optional.empty();
  }

  private StatementSpec asked(String sql, StoredAccount account) {
    return database
        .jdbc()
        .sql(sql)
        .param("id", account.account().id().value())
        .param("source", account.source())
        .param("externalId", account.account().externalId())
        .param("name", account.account().name());
  }
}
