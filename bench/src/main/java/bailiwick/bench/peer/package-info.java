/**
 * Other programs that are asked the same questions as the design engine, each as well as its
 * ordinary use allows.
 *
 * <p>Entry type: {@link bailiwick.bench.peer.Peer}. Depends on {@code bench.file}, {@code core}
 * and, for one of them, on Timefold Solver; nothing but {@code bench} depends on it.
 */
@NullMarked
package bailiwick.bench.peer;

import org.jspecify.annotations.NullMarked;
