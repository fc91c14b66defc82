package bailiwick.bench.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws what was measured: a line for each row of the table, a column for each peer. */
final class ResultsPage {

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
    text.append('\n').append(line(header));
    text.append("|").append("---|".repeat(header.size())).append('\n');
    lines.values().forEach(solvers -> text.append(line(cells(solvers))));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private List<String> cells(Map<String, Measured> solvers) {
    TableRow row = solvers.values().iterator().next().row();
    Optional<Measured> ours = Optional.ofNullable(solvers.get(Engine.NAME));
    List<String> cells = new ArrayList<>();
    cells.add(row.instance());
    cells.add(row.objective());
    cells.add(row.timeLimit().toSeconds() + " s");
    cells.add(ours.map(Measured::answer).map(ResultsPage::outcome).orElse(""));
    cells.add(ours.map(Measured::gapToBest).map(ResultsPage::percent).orElse(""));
    cells.add(ours.map(measured -> measured.answer().bound()).orElse(""));
    cells.add(ours.map(measured -> measured.answer().seconds()).orElse(""));
    for (String peer : peers) {
      cells.add(
          Optional.ofNullable(solvers.get(peer)).map(asked -> peerCell(asked, ours)).orElse(""));
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

  private static String peerCell(Measured asked, Optional<Measured> ours) {
    String cell = outcome(asked.answer());
    return asked.answer().isFeasible() && ours.filter(m -> m.answer().isFeasible()).isPresent()
        ? "%s (%s)".formatted(cell, percent(aboveOurs(asked, ours.orElseThrow())))
        : cell;
  }

  private static String percent(String number) {
    return number.isEmpty() ? "" : (number.startsWith("-") ? "" : "+") + number + " %";
  }

  private static String aboveOurs(Measured asked, Measured ours) {
    double own = Double.parseDouble(ours.answer().value());
    return Answer.text(100 * (Double.parseDouble(asked.answer().value()) / own - 1), 3);
  }

  /** How a peer compares over all rows that both answered. */
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
        ahead += isAhead(theirs, ours) ? 1 : 0;
      }
    }
    return "- %s: asked %s rows, a plan within all limits in %s, ahead of ours in %s.\n"
        .formatted(peer, asked, feasible, ahead);
  }

  private static boolean isAhead(Measured theirs, Measured ours) {
    return theirs.answer().isFeasible()
        && (!ours.answer().isFeasible() || aboveOurs(theirs, ours).startsWith("-"));
  }
}
