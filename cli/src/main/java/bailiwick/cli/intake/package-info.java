/**
 * Files in and out: {@code import}, {@code generate}, {@code potential}.
 *
 * <p>Entry types: {@link bailiwick.cli.intake.ImportCommand}, {@link
 * bailiwick.cli.intake.GenerateCommand}, {@link bailiwick.cli.intake.PotentialCommand}. Works on
 * files without a server, or hands files to one. Depends on {@code intake}, {@code atlas}, {@code
 * cli.client} and {@code cli.terminal}.
 */
@NullMarked
package bailiwick.cli.intake;

import org.jspecify.annotations.NullMarked;
