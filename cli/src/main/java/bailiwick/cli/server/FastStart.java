package bailiwick.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes later starts fast: once a server runs, a second JVM of low priority starts one on a folder
 * of its own, notes the classes it loads and links, and leaves them as an AOT cache (JEP 483, JEP
 * 514) where the launcher looks for it. Without a cache everything works as well, only slower.
 */
final class FastStart {

  private static final long LONGEST_MINUTES = 5;

  private FastStart() {}

  /** Begins when the launcher asks for a cache and there is none; ends with this process. */
  static void prepareInBackground() {
    wantedCache()
        .ifPresent(cache -> {
          Thread thread = new Thread(() -> prepare(cache), "fast-start");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** Where the launcher wants a cache that is not there yet. */
  private static Optional<Path> wantedCache() {
    return Optional.ofNullable(System.getProperty("bailiwick.aot"))
        .map(Path::of)
        .filter(cache -> Files.notExists(cache))
        .filter(cache -> Files.isWritable(cache.getParent()));
  }

  private static void prepare(Path cache) {
    // A name per process: two servers may prepare at once, the first to finish wins.
    Path fresh = cache.resolveSibling(cache.getFileName() + "." + ProcessHandle.current().pid());
    Path log = fresh.resolveSibling(fresh.getFileName() + ".log");
    try {
      Process training =
          new ProcessBuilder(command(cache, fresh))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(training::destroyForcibly, "no-fast-start"));
      if (training.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) && Files.exists(fresh)) {
        Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
      } else {
        training.destroyForcibly();
      }
      Files.deleteIfExists(log);
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(FastStart.class.getName())
          .log(System.Logger.Level.DEBUG, "No cache for faster starts could be made.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Path cache, Path fresh) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
      command.addAll(List.of("/usr/bin/nice", "-n", "19"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:AOTCacheOutput=" + fresh);
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-jar");
    command.add(cache.resolveSibling("bailiwick.jar").toString());
    command.add("warm-up");
    return command;
  }
}
