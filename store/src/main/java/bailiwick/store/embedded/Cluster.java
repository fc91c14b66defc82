package bailiwick.store.embedded;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The files of one PostgreSQL server in a data folder, and the programs that work on them.
 *
 * <p>The folder holds {@code postgres-VERSION} (programs), {@code cluster} (data), {@code
 * password}, {@code postgres.log} and {@code lock}.
 */
final class Cluster {

  static final String USER = "bailiwick";
  static final String DATABASE = "bailiwick";

  /** How long PostgreSQL may recover after a crash before we call it failed. */
  private static final int START_SECONDS = 300;

  /** Beyond the greatest number Linux gives to a process (2^22). */
  private static final String NO_PROCESS = "2147483646";

  private static final int STOP_SECONDS = 60;

  /** Times we wait, half a second each, for the children of a killed server to end. */
  private static final int ORPHAN_TRIES = 40;

  private final Path folder;
  private final Path data;
  private final Path log;
  private final Path passwordFile;
  private final Binaries binaries;
  private final RunAs runAs;

  Cluster(Path folder, Binaries binaries, RunAs runAs) {
    this.folder = folder;
    this.data = folder.resolve("cluster");
    this.log = folder.resolve("postgres.log");
    this.passwordFile = folder.resolve("password");
    this.binaries = binaries;
    this.runAs = runAs;
  }

  static boolean existsIn(Path folder) {
    return Files.isDirectory(folder.resolve("cluster"));
  }

  /** Makes the cluster unless it is there; killed in the middle, it is not. */
  void createIfMissing() throws IOException {
    if (Files.isDirectory(data)) {
      requireOurVersion();
      return;
    }
    Path partial = folder.resolve("cluster.partial");
    Folders.deleteTree(partial);
    Files.createDirectory(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    makePassword();
    handOver(partial);
    handOver(passwordFile);
    requireSuccess(run("", "initdb", initdbOptions(partial)));
    Files.writeString(partial.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
    requireSuccess(
        run(
            "CREATE DATABASE " + DATABASE + "\n",
            "postgres",
            List.of("--single", "-D", partial.toString(), "postgres")));
    Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void handOver(Path path) throws IOException {
    for (List<String> command : runAs.handOver(path)) {
      requireSuccess(Command.run(command));
    }
  }

  private List<String> initdbOptions(Path target) {
    return List.of(
        "--pgdata=" + target,
        "--username=" + USER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--data-checksums",
        "--encoding=UTF8",
        // The built-in locale sorts alike on every machine, so an index never goes stale with libc.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
  }

  private static final String SETTINGS =
      """

      # Bailiwick's settings; the port is given at each start.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      timezone = 'UTC'
      log_timezone = 'UTC'
      max_connections = 60
      # Taken only as far as pages are read: the books of a million accounts and their ledger fit.
      shared_buffers = '512MB'
      work_mem = '32MB'
      maintenance_work_mem = '128MB'
      max_wal_size = '2GB'
      checkpoint_timeout = '15min'
      # Our statements are many and short; compiling them costs more than it saves.
      jit = off
      """;

  private void makePassword() throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(passwordFile);
    createPrivate(passwordFile);
    Files.writeString(passwordFile, HexFormat.of().formatHex(secret) + "\n");
  }

  private static void createPrivate(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  String password() throws IOException {
    return passwordIn(folder);
  }

  static String passwordIn(Path folder) throws IOException {
    return Files.readString(folder.resolve("password")).strip();
  }

  /** The port that a server says it listens on, from the fourth line of its own file. */
  static OptionalInt findPort(Path folder) throws IOException {
    Path file = folder.resolve("cluster").resolve("postmaster.pid");
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    return lines.size() < 4
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(lines.get(3).strip()));
  }

  private void requireOurVersion() throws IOException {
    String found = Files.readString(data.resolve("PG_VERSION")).strip();
    String ours = Binaries.VERSION.substring(0, Binaries.VERSION.indexOf('.'));
    if (!found.equals(ours)) {
      throw problem(
          "its files are of PostgreSQL %s, and PostgreSQL %s is packaged; restore a backup into a"
                  .formatted(found, ours)
              + " new data folder");
    }
  }

  /** Stops a server that outlived a killed process. */
  void stopLeftover() throws IOException {
    if (findRunning().isPresent()) {
      stop();
    } else {
      forgetDeadServer();
    }
  }

  /**
   * A killed server leaves a file with its number, and PostgreSQL does not start while any process
   * has that number: a stranger after a reboot, or the dead server itself where nobody counts the
   * dead, as in many containers. The number is replaced rather than the file deleted, because the
   * file also names the shared memory in which children of the dead server may still be writing.
   */
  private void forgetDeadServer() throws IOException {
    List<String> lines = new ArrayList<>(pidLines());
    if (!lines.isEmpty()) {
      lines.set(0, NO_PROCESS);
      Files.write(pidFile(), lines);
    } else {
      Files.deleteIfExists(pidFile()); // killed before the first line was written
    }
  }

  private List<String> pidLines() throws IOException {
    return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  /** The process that serves this cluster, when there is one. */
  Optional<ProcessHandle> findRunning() throws IOException {
    List<String> lines = pidLines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.get(0).strip());
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesThisCluster);
  }

  /** After a crash of the machine the old number may belong to any process: ask it. */
  private boolean servesThisCluster(ProcessHandle process) {
    return words(process)
        .map(words -> words.contains(data.toString()))
        .orElseGet(() -> process.info().command().orElse("").endsWith("postgres"));
  }

  /** The words that a process was started with, as far as the system tells. */
  private static Optional<String> words(ProcessHandle process) {
    try {
      byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return Optional.of(new String(words, StandardCharsets.UTF_8));
    } catch (IOException noProc) {
      return process.info().commandLine();
    }
  }

  /** Starts the server and returns when it answers. */
  void start(int port) throws IOException {
    List<String> options =
        List.of(
            "start",
            "--pgdata=" + data,
            "--log=" + log,
            "--wait",
            "--timeout=" + START_SECONDS,
            "--silent",
            "--options=-p " + port);
    if (!Files.exists(log)) {
      createPrivate(log);
      handOver(log); // who serves may not make files in the folder itself
    }
    long logBefore = Files.size(log);
    Command started = run("", "pg_ctl", options);
    for (int tries = 0; !started.succeeded() && orphansRemain(logBefore); tries++) {
      if (tries == ORPHAN_TRIES) {
        break;
      }
      waitHalfASecond();
      logBefore = Files.size(log);
      started = run("", "pg_ctl", options);
    }
    if (!started.succeeded()) {
      throw startProblem(started, newLog(logBefore));
    }
  }

  /** Children of a server killed by force keep its shared memory for a moment. */
  private boolean orphansRemain(long logBefore) throws IOException {
    return newLog(logBefore).contains("pre-existing shared memory block");
  }

  private static void waitHalfASecond() throws IOException {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while the database was starting.", e);
    }
  }

  private String newLog(long from) throws IOException {
    byte[] all = Files.readAllBytes(log);
    int start = (int) Math.min(from, all.length);
    return new String(all, start, all.length - start, StandardCharsets.UTF_8);
  }

  private RuntimeException startProblem(Command started, String said) throws IOException {
    if (said.contains("Address already in use")) {
      return problem("its port is taken by another program");
    }
    if (said.contains("No space left on device")) {
      long free = Files.getFileStore(folder).getUsableSpace();
      return ProblemException.of(
          new StoreProblem.DiskFull(folder.toString(), free, Folders.LATER_START_BYTES));
    }
    String fatal =
        said.lines()
            .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
            .findFirst()
            .map(line -> line.substring(line.indexOf(": ") + 2).strip())
            .orElseGet(started::lastLine);
    return problem(fatal);
  }

  /** Stops the server: open work is taken back, what was committed stays. */
  void stop() throws IOException {
    if (!stop("fast").succeeded() && findRunning().isPresent()) {
      requireSuccess(stop("immediate")); // the next start replays the log
    }
  }

  private Command stop(String mode) throws IOException {
    return run(
        "",
        "pg_ctl",
        List.of(
            "stop",
            "--pgdata=" + data,
            "--mode=" + mode,
            "--wait",
            "--timeout=" + STOP_SECONDS,
            "--silent"));
  }

  private Command run(String input, String program, List<String> options) throws IOException {
    List<String> words = new ArrayList<>(runAs.prefix());
    words.add(binaries.program(program));
    words.addAll(options);
    return Command.run(words, input);
  }

  private void requireSuccess(Command command) {
    if (!command.succeeded()) {
      throw problem(command.lastLine());
    }
  }

  private ProblemException problem(String reason) {
    return ProblemException.of(new StoreProblem.CannotStart(folder.toString(), reason));
  }
}
