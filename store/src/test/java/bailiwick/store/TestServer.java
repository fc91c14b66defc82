package bailiwick.store;

import bailiwick.store.embedded.DebianPostgres;
import bailiwick.store.embedded.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases every contract holds on. Each starts once a run, when first asked for. */
@SuppressWarnings("ImmutableEnumChecker") // a constant is a running server
public enum TestServer {
  EMBEDDED {
    @Override
    Address start() {
      TemporaryPostgres started = TemporaryPostgres.start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      var server = started.server();
      String any = server.jdbcUrl().substring(0, server.jdbcUrl().lastIndexOf('/') + 1);
      return new Address(any, server.username(), server.password());
    }
  },
  DEBIAN_15 {
    @Override
    Address start() {
      DebianPostgres started = DebianPostgres.start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      return new Address(started.jdbcUrl(""), "contract", "contract");
    }
  };

  private static final String TEMPLATE = "template_bailiwick";

  /** How to reach a server: the JDBC address up to the name of the database. */
  record Address(String prefix, String username, String password) {
    Connection connect(String database) throws SQLException {
      return DriverManager.getConnection(prefix + database, username, password);
    }
  }

  /** Every table but the schema's history, emptied without asking the guards of the ledger. */
  private static final String EMPTY_ALL =
      """
      DO $$
      DECLARE name text;
      BEGIN
        SET LOCAL session_replication_role = replica;
        FOR name IN SELECT relname FROM pg_class
          WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND relname NOT IN ('flyway_schema_history', 'layer')
        LOOP
          EXECUTE 'DELETE FROM ' || quote_ident(name);
        END LOOP;
        UPDATE layer SET last_recorded_at = NULL;
      END
      $$
      """;

  private final TickingClock clock = new TickingClock(Instant.EPOCH);
  private @Nullable Store store;
  private final AtomicInteger made = new AtomicInteger();
  private @Nullable Address address;

  abstract Address start();

  private synchronized Address address() throws SQLException {
    if (address != null) {
      return address;
    }
    Address started = start();
    execute(started, "CREATE DATABASE " + TEMPLATE);
    Schema.migrate(
        new DriverManagerDataSource(
            started.prefix() + TEMPLATE, started.username(), started.password()));
    address = started;
    return started;
  }

  private static void execute(Address server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The clock of {@link #emptiedStore}. */
  public TickingClock clock() {
    return clock;
  }

  /** The one store that the contract tests share, emptied: a tenth of the cost of a fresh one. */
  public synchronized Store emptiedStore() {
    Store shared = store;
    if (shared == null) {
      shared = Store.open(freshDatabase(), clock, new SplittableRandom(1));
      store = shared;
    }
    JdbcClient.create(shared.dataSource()).sql(EMPTY_ALL).update();
    return shared;
  }

  /** A database of its own with the newest schema. */
  public StoreConfig.External freshDatabase() {
    return database("TEMPLATE " + TEMPLATE);
  }

  /** A database of its own without any tables. */
  public StoreConfig.External emptyDatabase() {
    return database("");
  }

  private StoreConfig.External database(String options) {
    try {
      Address server = address();
      String name = "test_" + made.incrementAndGet();
      execute(server, "CREATE DATABASE " + name + " " + options);
      return new StoreConfig.External(server.prefix() + name, server.username(), server.password());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
