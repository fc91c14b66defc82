package bailiwick.store;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;
import java.util.Locale;

/** Makes the pool of connections. */
final class Connections {

  /** Below the embedded server's limit, and enough for every core of a big machine to wait on. */
  private static final int MAX_CONNECTIONS = 24;

  private Connections() {}

  static HikariDataSource open(StoreConfig.External address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("bailiwick");
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.username());
    config.setPassword(address.password());
    config.setMaximumPoolSize(MAX_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Duration.ofSeconds(20).toMillis());
    config.setInitializationFailTimeout(Duration.ofSeconds(5).toMillis());
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "bailiwick");
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw ProblemException.of(
          new StoreProblem.CannotConnect(withoutSecrets(address.jdbcUrl()), reason(e)));
    }
  }

  /** An address may carry a password among its options. */
  private static String withoutSecrets(String jdbcUrl) {
    int options = jdbcUrl.indexOf('?');
    return options < 0 ? jdbcUrl : jdbcUrl.substring(0, options);
  }

  private static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = String.valueOf(deepest.getMessage()).strip();
    String plain = message.startsWith("FATAL: ") ? message.substring(7) : message;
    String sentence = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    return sentence.isEmpty()
        ? "no answer"
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
