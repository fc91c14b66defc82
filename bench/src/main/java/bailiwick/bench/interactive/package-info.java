/**
 * What people wait for while they edit a plan: new figures after a hand edit, and neighbours that
 * are balanced anew.
 *
 * <p>Entry type: {@link bailiwick.bench.interactive.HandEditBench}. Depends on {@code bench.scale}
 * for its world, {@code core}, {@code atlas}; nothing depends on it.
 */
@NullMarked
package bailiwick.bench.interactive;

import org.jspecify.annotations.NullMarked;
