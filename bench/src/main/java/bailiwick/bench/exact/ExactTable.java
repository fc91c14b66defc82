package bailiwick.bench.exact;

import bailiwick.bench.file.MarkdownTable;
import bailiwick.core.design.Cancellation;
import bailiwick.core.exact.BinaryProgram;
import bailiwick.core.exact.ExactAnswer;
import bailiwick.core.exact.ExactLimits;
import bailiwick.core.exact.ExactSolver;
import bailiwick.core.exact.Solution;
import bailiwick.exact.WorkerSolver;
import bailiwick.intake.instance.InstanceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Solves programs made from design instances and appends a row for each to a table: what came of
 * it, the work it took and the time.
 */
public final class ExactTable {

  /** More nearest centres than any instance has units. */
  private static final int ALL = Integer.MAX_VALUE;

  /** Centres to choose from when most are left out. */
  private static final int NEAR = 30;

  private static final List<String> WITH_HOMES =
      List.of(
          "OK_county_homes",
          "KS_county_homes",
          "2DU120-05-2_homes",
          "DU200-05-1_homes",
          "MS_tract_homes");

  private static final List<String> SMALL_STATES = List.of("NH_county", "ME_county", "NM_county");
  private static final List<String> STATES = List.of("ID_county", "AR_county", "MS_county");

  private final Path instances;
  private final Path table;
  private final ExactSolver solver;
  private final ExactLimits limits;

  private ExactTable(Path instances, Path table, ExactSolver solver, ExactLimits limits) {
    this.instances = instances;
    this.table = table;
    this.solver = solver;
    this.limits = limits;
  }

  /**
   * Runs the table.
   *
   * @param args folder of the instances, file of the table, work for each program
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "Give the folder of the instances, the file of the table and the work, not %s arguments."
              .formatted(args.length));
    }
    try (WorkerSolver solver = new WorkerSolver()) {
      ExactLimits limits = ExactLimits.ofWork(Double.parseDouble(args[2]));
      new ExactTable(Path.of(args[0]), Path.of(args[1]), solver, limits).run();
    }
  }

  private void run() throws IOException {
    append(
        MarkdownTable.header(
            List.of("program", "variables", "rows", "answer", "cost", "bound", "work", "seconds")));
    for (String name : WITH_HOMES) {
      InstanceFolder instance = InstanceFolder.read(instances.resolve("fixed_homes").resolve(name));
      for (String objective : instance.objectives()) {
        measure(name + ", " + objective, DesignPrograms.withHomes(instance.problem(objective)));
      }
    }
    for (String name : SMALL_STATES) {
      measureFree(name, ALL);
    }
    for (String name : STATES) {
      measureFree(name, NEAR);
      measureFree(name, ALL);
    }
  }

  private void measureFree(String name, int nearest) throws IOException {
    InstanceFolder instance = InstanceFolder.read(instances.resolve("us2010_county").resolve(name));
    BinaryProgram program =
        DesignPrograms.withFreeCentres(instance.problem(instance.objectives().get(0)), nearest);
    measure(name + (nearest == ALL ? ", all centres" : ", nearest " + nearest), program);
  }

  /** Solves a program from nothing, then proves the best solution known in two ways. */
  private void measure(String name, BinaryProgram program) throws IOException {
    ExactAnswer answer = solveAndTell(name, program);
    if (answer instanceof ExactAnswer.Optimal optimal) {
      Solution best = optimal.solution();
      solveAndTell("… with the best known", program.withHint(best.ones()));
      solveAndTell("… any cheaper?", program.withCutoff(best.cost()));
    }
  }

  private ExactAnswer solveAndTell(String name, BinaryProgram program) throws IOException {
    long began = System.nanoTime();
    ExactAnswer answer = solver.solve(program, limits, Cancellation.none());
    double seconds = (System.nanoTime() - began) / 1e9;
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(Integer.toString(program.variableCount()));
    cells.add(Integer.toString(program.rowCount()));
    cells.addAll(cells(answer));
    cells.add(decimals(seconds, 2));
    append(MarkdownTable.line(cells));
    return answer;
  }

  /** What came of it, cost, bound and work. */
  private static List<String> cells(ExactAnswer answer) {
    return switch (answer) {
      case ExactAnswer.Optimal optimal ->
          List.of(
              "optimal", decimals(optimal.solution().cost(), 3), "", decimals(optimal.work(), 2));
      case ExactAnswer.Feasible feasible ->
          List.of(
              "feasible",
              decimals(feasible.solution().cost(), 3),
              decimals(feasible.bound(), 3),
              decimals(feasible.work(), 2));
      case ExactAnswer.Infeasible none -> List.of("infeasible", "", "", decimals(none.work(), 2));
      case ExactAnswer.Unknown unknown ->
          List.of("unknown", "", decimals(unknown.bound(), 3), decimals(unknown.work(), 2));
      case ExactAnswer.Failed failed -> List.of("failed: " + failed.reason(), "", "", "");
    };
  }

  private static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private void append(String lines) throws IOException {
    Files.writeString(table, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
