/** The server as its users meet it: a real server on a free port, a real store, real HTTP. */
@NullMarked
package bailiwick.server;

import org.jspecify.annotations.NullMarked;
