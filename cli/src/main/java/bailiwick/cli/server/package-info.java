/**
 * The server by command line: {@code serve} and {@code demo}.
 *
 * <p>Entry types: {@link bailiwick.cli.server.ServeCommand}, {@link
 * bailiwick.cli.server.DemoCommand}. The only part of the command line that loads Spring. Depends
 * on {@code server}, {@code cli.store} and {@code cli.terminal}.
 */
@NullMarked
package bailiwick.cli.server;

import org.jspecify.annotations.NullMarked;
