package bailiwick.cli.terminal;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever a command throws into words and an exit code. A user's mistake is told as a
 * problem, never as a stack trace; our own mistakes leave theirs in a file that can be sent to us.
 */
public final class Failures {

  private Failures() {}

  /** The same command line, with its failures handled here. */
  public static CommandLine handledBy(CommandLine commandLine) {
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler(Failures::failed);
  }

  private static int wrongUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("bailiwick: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.print(command.getHelp().fullSynopsis());
    err.printf("`%s --help` explains it.%n", command.getCommandSpec().qualifiedName());
    err.flush();
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    List<Problem> problems = problemsOf(e);
    if (problems.isEmpty()) {
      return ourFault(e, command.getErr());
    }
    if (wantsJson(command)) {
      Json.print(command.getOut(), Map.of("problems", Json.problems(problems)));
    } else {
      new ProblemPrinter(command.getErr()).print(problems);
    }
    return ExitCode.PROBLEMS;
  }

  /** The problems that a failure stands for; none when only a programmer can put it right. */
  static List<Problem> problemsOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException e) {
        return e.problems();
      }
      // An unchecked one says the same with the name of a class before it.
      if (!(cause instanceof UncheckedIOException) && saysDiskFull(cause)) {
        return List.of(new CommandProblem.DiskFull(firstLine(cause)));
      }
      if (cause instanceof IOException e) {
        Optional<Problem> problem = problemOf(e);
        if (problem.isPresent()) {
          return List.of(problem.get());
        }
      }
    }
    return List.of();
  }

  /** By its words: the same fault comes from files and, in another exception, from PostgreSQL. */
  private static boolean saysDiskFull(Throwable cause) {
    String words = String.valueOf(cause.getMessage());
    return words.contains("No space left on device") || words.contains("Disk quota exceeded");
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  private static Optional<Problem> problemOf(IOException e) {
    return switch (e) {
      case NoSuchFileException missing ->
          Optional.of(new CommandProblem.FileMissing(String.valueOf(missing.getFile())));
      case AccessDeniedException denied ->
          Optional.of(
              new CommandProblem.FileUnusable(
                  String.valueOf(denied.getFile()), "permission denied"));
      case FileSystemException other when other.getFile() != null ->
          Optional.of(
              new CommandProblem.FileUnusable(other.getFile(), String.valueOf(other.getReason())));
      default -> Optional.empty();
    };
  }

  private static boolean wantsJson(CommandLine command) {
    OptionSpec json = command.getCommandSpec().findOption("--json");
    return json != null && Boolean.TRUE.equals(json.getValue());
  }

  private static int ourFault(Exception e, PrintWriter err) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    err.printf("bailiwick: this should not have happened: %s%n", e);
    try {
      Path report = Files.createTempFile("bailiwick-failure-", ".txt");
      Files.writeString(report, trace.toString());
      err.printf("  The details are in %s; please send them to us.%n", report);
    } catch (IOException | UncheckedIOException unwritable) {
      err.println(trace);
    }
    err.flush();
    return ExitCode.OUR_FAULT;
  }
}
