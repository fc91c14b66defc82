/**
 * A server as seen from the command line: its address and key, requests, jobs followed to their
 * end, answers that say what went wrong.
 *
 * <p>Entry types: {@link bailiwick.cli.client.ServerOption}, {@link
 * bailiwick.cli.client.ServerClient}. Depends on {@code cli.terminal} only; what it knows of the
 * server is the API's document.
 */
@NullMarked
package bailiwick.cli.client;

import org.jspecify.annotations.NullMarked;
