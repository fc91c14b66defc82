package bailiwick.store;

import bailiwick.store.embedded.DebianPostgres;
import bailiwick.store.embedded.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases every contract holds on. Each starts once a run, when first asked for. */
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

  private final AtomicInteger made = new AtomicInteger();
  private Address address;

  abstract Address start();

  private synchronized Address address() throws SQLException {
    if (address == null) {
      address = start();
      execute("CREATE DATABASE " + TEMPLATE);
      Schema.migrate(
          new DriverManagerDataSource(
              address.prefix() + TEMPLATE, address.username(), address.password()));
    }
    return address;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = address.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
      execute("CREATE DATABASE " + name + " " + options);
      return new StoreConfig.External(server.prefix() + name, server.username(), server.password());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
