/**
 * Files in and out: {@code import}, {@code generate}.
 *
 * <p>Entry types: {@link bailiwick.cli.intake.ImportCommand}, {@link
 * bailiwick.cli.intake.GenerateCommand}. Works without a server. Depends on {@code intake}, {@code
 * atlas} and {@code cli.terminal}.
 */
@NullMarked
package bailiwick.cli.intake;

import org.jspecify.annotations.NullMarked;
