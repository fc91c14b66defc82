/**
 * The command line: one executable jar whose commands work on files, or start the server for {@code
 * serve} and {@code demo}.
 *
 * <p>Entry type: {@link bailiwick.cli.Main}. The commands live in packages by feature beside this
 * one; {@code terminal} knows how a terminal is spoken to. May depend on every module; nothing
 * depends on it. Commands that need no server never load a class of Spring.
 */
@NullMarked
package bailiwick.cli;

import org.jspecify.annotations.NullMarked;
