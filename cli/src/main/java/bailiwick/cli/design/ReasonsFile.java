package bailiwick.cli.design;

import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.design.DesignPlan;
import bailiwick.core.design.DesignProblem;
import bailiwick.core.design.Goal;
import bailiwick.core.optimize.explain.Reason;
import bailiwick.core.optimize.explain.Reasons;
import bailiwick.core.optimize.explain.Term;
import bailiwick.intake.export.CsvTable;
import bailiwick.intake.export.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes {@code reasons.csv}: why units are where they are. */
final class ReasonsFile {

  /** Of which units the reasons are wanted. */
  enum Wanted {
    /** Of those that change hands. */
    MOVED,
    /** Of every unit. */
    ALL,
    /** Of none. */
    NONE
  }

  private static final String NAME = "reasons.csv";

  private final List<String> goals;

  private ReasonsFile(DesignProblem problem) {
    this.goals = problem.goals().stream().map((Goal goal) -> goal.objective().name()).toList();
  }

  /** Writes the file into a folder; one of an earlier design goes when there is nothing to say. */
  static void write(Path folder, DesignProblem problem, Optional<DesignPlan> plan, Wanted wanted)
      throws IOException {
    Path file = folder.resolve(NAME);
    boolean isAsked =
        wanted == Wanted.ALL || (wanted == Wanted.MOVED && problem.today().isPresent());
    if (plan.isEmpty() || !isAsked) {
      Files.deleteIfExists(file);
      return;
    }
    Reasons reasons = Reasons.of(problem, plan.get());
    int[] units =
        wanted == Wanted.ALL ? IntStream.range(0, problem.unitCount()).toArray() : reasons.moved();
    ReasonsFile rows = new ReasonsFile(problem);
    OutputFile.write(
        file,
        out -> {
          CsvTable table = CsvTable.open(out, rows.header());
          for (int unit : units) {
            table.row(rows.row(reasons.of(unit)));
          }
        });
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("id", "territory", "today", "other", "change"));
    header.addAll(goals);
    header.add("reason");
    return header;
  }

  private List<String> row(Reason reason) {
    List<String> cells = new ArrayList<>();
    cells.add(reason.unit().value());
    cells.add(reason.territory().value());
    cells.add(reason.today().map(TerritoryCode::value).orElse(""));
    cells.add(reason.other().map(TerritoryCode::value).orElse(""));
    cells.add(reason.other().isPresent() ? Double.toString(reason.change()) : "");
    for (String goal : goals) {
      cells.add(
          reason.terms().stream()
              .filter(term -> term.goal().equals(goal))
              .map((Term term) -> Double.toString(term.change()))
              .findFirst()
              .orElse(""));
    }
    cells.add(reason.sentence());
    return cells;
  }
}
