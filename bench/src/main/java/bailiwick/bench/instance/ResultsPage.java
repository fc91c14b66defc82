package bailiwick.bench.instance;

import bailiwick.bench.file.MarkdownTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws what was measured: a line for each row of the table, a column for each peer. */
final class ResultsPage {

  /** Values that differ by less of their size are the same: percents do not show it. */
  private static final double SAME_PART = 5e-6;

  private final Map<String, Map<String, Measured>> lines = new LinkedHashMap<>();
  private final List<String> peers;

  /**
   * A page.
   *
   * @param peers whose columns come after ours
   */
  ResultsPage(List<Measured> results, List<String> peers) {
    this.peers = List.copyOf(peers);
    for (Measured measured : results) {
      lines
          .computeIfAbsent(measured.row().key(), key -> new LinkedHashMap<>())
          .put(measured.solver(), measured);
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    peers.forEach(peer -> text.append(summary(peer)));
    List<String> header = new ArrayList<>();
    header.addAll(
        List.of("instance", "goal", "limit", "ours", "to best known", "bound", "seconds"));
    header.addAll(peers);
    header.add("load");
    text.append('\n').append(MarkdownTable.header(header));
    lines.values().forEach(solvers -> text.append(MarkdownTable.line(cells(solvers))));
    return text.toString();
  }

  private List<String> cells(Map<String, Measured> solvers) {
    TableRow row = solvers.values().iterator().next().row();
    Optional<Measured> ours = Optional.ofNullable(solvers.get(Engine.NAME));
    Optional<Answer> answer = ours.map(Measured::answer);
    List<String> cells = new ArrayList<>();
    cells.add(row.instance());
    cells.add(row.objective());
    cells.add(row.timeLimit().toSeconds() + " s");
    cells.add(answer.map(ResultsPage::outcome).orElse(""));
    cells.add(ours.map(Measured::gapToBest).map(ResultsPage::percent).orElse(""));
    cells.add(answer.map(Answer::bound).orElse(""));
    cells.add(answer.map(Answer::seconds).orElse(""));
    for (String peer : peers) {
      cells.add(
          Optional.ofNullable(solvers.get(peer))
              .map(asked -> peerCell(asked.answer(), answer))
              .orElse(""));
    }
    cells.add(ours.map(Measured::load).orElse(""));
    return cells;
  }

  private static String outcome(Answer answer) {
    return switch (answer.outcome()) {
      case Answer.FEASIBLE -> answer.value();
      case Answer.BROKEN -> "breaks limits by " + answer.violation();
      case Answer.DOES_NOT_APPLY -> "";
      default -> (answer.outcome() + " " + answer.note()).strip();
    };
  }

  private static String peerCell(Answer theirs, Optional<Answer> ours) {
    String above =
        theirs.isFeasible()
            ? ours.filter(Answer::isFeasible)
                .map(own -> percent(Answer.percentAbove(value(theirs), value(own))))
                .orElse("")
            : "";
    return outcome(theirs) + (above.isEmpty() ? "" : " (%s)".formatted(above));
  }

  private static double value(Answer answer) {
    return Double.parseDouble(answer.value());
  }

  private static String percent(String number) {
    return number.isEmpty() ? "" : (number.startsWith("-") ? "" : "+") + number + " %";
  }

  /** How a peer compares over all rows that both were asked. */
  private String summary(String peer) {
    int asked = 0;
    int feasible = 0;
    int ahead = 0;
    for (Map<String, Measured> solvers : lines.values()) {
      Measured theirs = solvers.get(peer);
      Measured ours = solvers.get(Engine.NAME);
      if (theirs != null && ours != null && theirs.answer().applies()) {
        asked++;
        feasible += theirs.answer().isFeasible() ? 1 : 0;
        ahead += isAhead(theirs.answer(), ours.answer()) ? 1 : 0;
      }
    }
    return "- %s: asked %s rows, a plan within all limits in %s, ahead of ours in %s.\n"
        .formatted(peer, asked, feasible, ahead);
  }

  /** By the violation where both break limits; any plan is ahead of none, unless that is proved. */
  private static boolean isAhead(Answer theirs, Answer ours) {
    if (theirs.isFeasible()) {
      return !ours.isFeasible() || value(theirs) < value(ours) - SAME_PART * Math.abs(value(ours));
    }
    return theirs.isBroken()
        && (ours.isFailed() || (ours.isBroken() && violation(theirs) < violation(ours)));
  }

  private static double violation(Answer answer) {
    return Double.parseDouble(answer.violation());
  }
}
