/**
 * How a terminal is spoken to: exit codes, problems as text and as JSON, progress on one line.
 *
 * <p>Entry types: {@link bailiwick.cli.terminal.ExitCode}, {@link
 * bailiwick.cli.terminal.ProblemPrinter}, {@link bailiwick.cli.terminal.Progress}. Depends on
 * {@code core.problem} and Jackson.
 */
@NullMarked
package bailiwick.cli.terminal;

import org.jspecify.annotations.NullMarked;
