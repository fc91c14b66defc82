package bailiwick.bench.instance;

import bailiwick.bench.peer.Peer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
  private final ResultsFile file;
  private final BestKnown bestKnown;
  private final List<Solver> solvers = new ArrayList<>();
  private final List<String> peers;

  private InstanceTable(Path instances, Path folder, List<Peer> peers) throws IOException {
    this.instances = instances;
    this.file = new ResultsFile(folder);
    this.bestKnown = BestKnown.read(instances.resolve("BEST_KNOWN.csv"));
    this.peers = peers.stream().map(Peer::name).toList();
    Evaluator evaluator = new Evaluator(instances);
    solvers.add(new Engine(evaluator));
    peers.forEach(peer -> solvers.add(new AskedPeer(peer, evaluator)));
    solvers.removeIf(solver -> !solver.isHere());
  }

  /**
   * Runs the table.
   *
   * @param args folder of the instances, the folder of rows and results, and the names of those who
   *     are to answer; all unless any is named
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "Give the folder of the instances and that of rows.csv, not %s arguments."
              .formatted(args.length));
    }
    Set<String> wanted = Set.copyOf(List.of(args).subList(2, args.length));
    InstanceTable table = new InstanceTable(Path.of(args[0]), Path.of(args[1]), Peer.all());
    table.solvers.removeIf(solver -> !wanted.isEmpty() && !wanted.contains(solver.name()));
    table.run();
  }

  /** Measures what is missing in a folder of rows and results. */
  static void run(Path instances, Path folder, List<Peer> peers)
      throws IOException, InterruptedException {
    new InstanceTable(instances, folder, peers).run();
  }

  private void run() throws IOException, InterruptedException {
    Set<String> done = new HashSet<>();
    file.results().forEach(measured -> done.add(measured.key()));
    for (TableRow row : file.rows()) {
      for (Solver solver : solvers) {
        if (!done.contains(Measured.key(row, solver.name()))) {
          file.append(measure(row, solver));
        }
      }
    }
    file.draw(new ResultsPage(file.results(), peers).markdown());
  }

  private Measured measure(TableRow row, Solver solver) throws IOException, InterruptedException {
    Answer answer = solver.answer(row, instances.resolve(row.set()).resolve(row.instance()));
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return new Measured(row, solver.name(), answer, gap(row, answer), Answer.text(load, 1));
  }

  private String gap(TableRow row, Answer answer) {
    OptionalDouble best = bestKnown.find(row);
    return best.isEmpty() || !answer.isFeasible()
        ? ""
        : Answer.text(100 * (Double.parseDouble(answer.value()) / best.getAsDouble() - 1), 3);
  }
}
