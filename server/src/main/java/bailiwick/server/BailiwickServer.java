package bailiwick.server;

import bailiwick.core.problem.ProblemException;
import bailiwick.exact.WorkerSolver;
import bailiwick.intake.crm.CrmNetwork;
import bailiwick.server.atlas.Geography;
import bailiwick.server.demo.DemoLoader;
import bailiwick.server.folder.DataFolder;
import bailiwick.server.job.Jobs;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.security.Users;
import bailiwick.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the server: the store first, then everything over it, then the port. */
public final class BailiwickServer {

  private BailiwickServer() {}

  /**
   * Starts the server.
   *
   * @throws ProblemException with {@code SERVER_PORT_BUSY} or a {@code STORE_…} problem; then
   *     nothing is left running
   */
  public static RunningServer start(ServerOptions options) {
    return start(options, ServerConfiguration.class);
  }

  static RunningServer start(ServerOptions options, Class<?>... configurations) {
    Store store = Store.open(options.store(), options.clock(), options.random());
    try {
      return start(options, store, configurations);
    } catch (RuntimeException | Error failure) {
      store.close();
      throw failure;
    }
  }

  private static RunningServer start(
      ServerOptions options, Store store, Class<?>... configurations) {
    DataFolder folder = new DataFolder(options.folder());
    Geography geography = Geography.open(folder.atlas());
    SpringApplication application = new SpringApplication(configurations);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(options, folder));
    application.addInitializers(context -> {
      var beans = (GenericApplicationContext) context;
      beans.registerBean(DataFolder.class, () -> folder);
      // Closed by us after the last request, not by the context among its beans.
      beans.registerBean(
          Store.class, () -> store, definition -> definition.setDestroyMethodName(""));
      beans.registerBean(Geography.class, () -> geography);
      // Starts its process when a design first needs it; closed with the context.
      beans.registerBean(WorkerSolver.class, () -> new WorkerSolver());
      beans.registerBean(Clock.class, options::clock);
      beans.registerBean(SecureRandom.class, options::random);
      beans.registerBean(CrmNetwork.class, options::crmNetwork);
    });
    ConfigurableApplicationContext context = run(application, options);
    Optional<String> secret = context.getBean(Users.class).firstSecret();
    context.getBean(Jobs.class).resume();
    WebServer listening =
        Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
    return new RunningServer(
        URI.create("http://" + options.host() + ":" + listening.getPort() + "/"),
        secret,
        context.getBean(DemoLoader.class),
        () -> {
          context.close();
          store.close();
        });
  }

  private static ConfigurableApplicationContext run(
      SpringApplication application, ServerOptions options) {
    try {
      return application.run();
    } catch (RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException) {
          throw ProblemException.of(new ServerProblem.PortBusy(options.host(), options.port()));
        }
      }
      throw failure;
    }
  }

  private static Map<String, Object> properties(ServerOptions options, DataFolder folder) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.address", options.host());
    properties.put("server.port", options.port());
    properties.put("server.shutdown", "graceful");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
    properties.put("server.compression.enabled", true);
    properties.put(
        "server.compression.mime-types",
        "application/json,application/problem+json,text/html,text/css,text/csv,text/javascript,"
            + "application/javascript,image/svg+xml");
    properties.put("server.servlet.session.timeout", "8h");
    properties.put("server.servlet.session.tracking-modes", "cookie");
    // Kept by Tomcat at a stop and taken up again at the next start.
    properties.put("server.servlet.session.persistent", true);
    properties.put("server.servlet.session.store-dir", ownersOnly(folder.sessions()).toString());
    properties.put("server.servlet.session.cookie.name", "BAILIWICK_SESSION");
    properties.put("server.servlet.session.cookie.http-only", true);
    properties.put("server.servlet.session.cookie.same-site", "strict");
    properties.put("server.tomcat.max-http-form-post-size", "2MB");
    // Who sends somewhat too much hears so; the connection of who sends far more is cut.
    properties.put("server.tomcat.max-swallow-size", "64MB");
    properties.put("spring.threads.virtual.enabled", true);
    properties.put("spring.servlet.multipart.max-file-size", "2GB");
    properties.put("spring.servlet.multipart.max-request-size", "2GB");
    properties.put("spring.servlet.multipart.file-size-threshold", "1MB");
    properties.put("spring.web.resources.add-mappings", false);
    properties.put("spring.jackson.deserialization.fail-on-unknown-properties", true);
    properties.put("spring.main.log-startup-info", false);
    // Problems are told in English whatever the browser speaks, like every other text.
    properties.put("spring.web.locale", "en");
    properties.put("spring.web.locale-resolver", "fixed");
    properties.put("spring.jmx.enabled", false);
    properties.put("logging.level.root", "warn");
    // A failed start is thrown to the caller, who tells it once.
    properties.put("logging.level.org.springframework.boot.diagnostics", "off");
    properties.put("logging.level.org.springframework.boot.web.server.servlet.context", "error");
    return properties;
  }

  /** Whoever reads a session's id is signed in with it. */
  private static Path ownersOnly(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
