package bailiwick.cli.terminal;

import bailiwick.core.problem.Place;
import bailiwick.core.problem.Problem;
import bailiwick.rules.source.Excerpt;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints problems for people: code and sentence, the place, the line with the offending part
 * underlined where it is text, and what to try next. Not thread-safe; made for one run of a
 * command.
 */
public final class ProblemPrinter {

  private static final int MOST_SHOWN = 20;

  private final PrintWriter to;

  /** A printer that writes to {@code to}, usually standard error. */
  public ProblemPrinter(PrintWriter to) {
    this.to = to;
  }

  /** Prints the first twenty problems and how many more there are. */
  public void print(List<? extends Problem> problems) {
    problems.stream().limit(MOST_SHOWN).forEach(this::print);
    if (problems.size() > MOST_SHOWN) {
      to.printf("… and %s more.%n", problems.size() - MOST_SHOWN);
    }
    to.flush();
  }

  /** Prints one problem. */
  public void print(Problem problem) {
    to.printf(
        "%s %s: %s%n",
        problem.severity().name().toLowerCase(Locale.ROOT), problem.code(), problem.message());
    switch (problem.place()) {
      case Place.Whole() -> {}
      case Place.InFile(var file) -> to.printf("  in %s%n", file);
      case Place.InTable(var file, var row, var column) ->
          to.printf("  in %s, %s%s%n", file, rowWords(row), columnWords(column));
      case Place.InSheet place ->
          to.printf(
              "  in %s, sheet `%s`, %s%s%n",
              place.file(), place.sheet(), cellWords(place), columnWords(place.column()));
      case Place.InText text -> printText(text);
      case Place.InRequest(var pointer) -> to.printf("  at %s%n", pointer);
      case Place.OfThing(var kind, var id) -> to.printf("  %s %s%n", kind, id);
    }
    String hint = problem.hint();
    if (hint != null) {
      to.printf("  %s%n", hint);
    }
  }

  private void printText(Place.InText place) {
    to.printf("  %s:%s:%s%n", place.file(), place.line(), place.column());
    findLine(place).ifPresent(line -> to.print(Excerpt.of(line, place)));
  }

  private static Optional<String> findLine(Place.InText place) {
    try (Stream<String> lines = Files.lines(Path.of(place.file()))) {
      return lines.skip(place.line() - 1L).findFirst();
    } catch (IOException | java.io.UncheckedIOException | InvalidPathException e) {
      // The problem is told in full without the line; not every source is a file.
      return Optional.empty();
    }
  }

  private static String rowWords(long row) {
    return row == 0 ? "header" : "row " + row;
  }

  private static String cellWords(Place.InSheet place) {
    boolean wholeRow = place.cell().chars().allMatch(Character::isDigit);
    return (wholeRow ? "row " : "cell ") + place.cell();
  }

  private static String columnWords(String column) {
    return column.isEmpty() ? "" : ", column `" + column + "`";
  }
}
