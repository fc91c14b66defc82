package bailiwick.bench.instance;

import bailiwick.bench.file.AppendedTable;
import bailiwick.bench.peer.Peer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Measures the rows of {@code rows.csv} that {@code results.csv} lacks, by the design engine and by
 * each peer, one by one, and draws the table {@code results.md} of all. It can be stopped at any
 * time and goes on with the next measurement.
 */
public final class InstanceTable {

  private final Path instances;
  private final Path folder;
  private final AppendedTable results;
  private final BestKnown bestKnown;
  private final List<Solver> solvers = new ArrayList<>();
  private final List<String> peers;

  private InstanceTable(Path instances, Path folder, List<Peer> peers) throws IOException {
    this.instances = instances;
    this.folder = folder;
    this.results = new AppendedTable(folder.resolve("results.csv"), Measured.HEADER);
    this.bestKnown = BestKnown.read(instances.resolve("BEST_KNOWN.csv"));
    this.peers = peers.stream().map(Peer::name).toList();
    Evaluator evaluator = new Evaluator(instances);
    solvers.add(new Engine(evaluator));
    peers.forEach(peer -> solvers.add(new AskedPeer(peer, evaluator)));
  }

  /**
   * Runs the table.
   *
   * @param args folder of the instances, the folder of rows and results, and the names of those who
   *     are to answer; all that are on this machine unless any is named
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "Give the folder of the instances and that of rows.csv, not %s arguments."
              .formatted(args.length));
    }
    InstanceTable table = new InstanceTable(Path.of(args[0]), Path.of(args[1]), Peer.all());
    table.askOnly(List.of(args).subList(2, args.length));
    table.run();
  }

  private void askOnly(List<String> wanted) {
    List<String> here = solvers.stream().filter(Solver::isHere).map(Solver::name).toList();
    if (!here.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "Those who can answer on this machine are %s, not %s."
              .formatted(String.join(", ", here), String.join(", ", wanted)));
    }
    solvers.removeIf(solver -> !wanted.isEmpty() && !wanted.contains(solver.name()));
  }

  /** Measures what is missing in a folder of rows and results. */
  static void run(Path instances, Path folder, List<Peer> peers)
      throws IOException, InterruptedException {
    new InstanceTable(instances, folder, peers).run();
  }

  private void run() throws IOException, InterruptedException {
    List<TableRow> rows = TableRow.read(folder.resolve("rows.csv"));
    requireInstances(rows);
    solvers.removeIf(solver -> !solver.isHere());
    Set<String> done = new HashSet<>();
    measured().forEach(measured -> done.add(measured.key()));
    for (TableRow row : rows) {
      for (Solver solver : solvers) {
        if (done.add(Measured.key(row, solver.name()))) {
          results.append(measure(row, solver).cells());
        }
      }
    }
    Files.writeString(folder.resolve("results.md"), new ResultsPage(measured(), peers).markdown());
  }

  private void requireInstances(List<TableRow> rows) {
    List<String> missing =
        rows.stream()
            .map(this::instance)
            .filter(folderOfRow -> !Files.isDirectory(folderOfRow))
            .map(Path::toString)
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "Rows name instances that are not there: %s.".formatted(String.join(", ", missing)));
    }
  }

  private Path instance(TableRow row) {
    return instances.resolve(row.set()).resolve(row.instance());
  }

  private List<Measured> measured() throws IOException {
    return results.lines().stream().map(Measured::of).toList();
  }

  private Measured measure(TableRow row, Solver solver) throws InterruptedException {
    Answer answer = answer(row, solver);
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return new Measured(row, solver.name(), answer, gap(row, answer), Answer.text(load, 1));
  }

  /** Whatever goes wrong in a solver is its answer; the table goes on. */
  private Answer answer(TableRow row, Solver solver) throws InterruptedException {
    try {
      return solver.answer(row, instance(row));
    } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
      return Answer.failed(e.toString());
    }
  }

  private String gap(TableRow row, Answer answer) {
    OptionalDouble best = bestKnown.find(row);
    return best.isEmpty() || !answer.isFeasible()
        ? ""
        : Answer.percentAbove(Double.parseDouble(answer.value()), best.getAsDouble());
  }
}
