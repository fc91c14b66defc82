/**
 * The table of design instances: one row for each instance and objective, answered by the engine
 * and by its peers, measured once and kept, so that a run can stop and go on.
 *
 * <p>Entry type: {@link bailiwick.bench.instance.InstanceTable}. Depends on {@code bench.file},
 * {@code bench.peer}, {@code intake} and {@code core}; nothing depends on it.
 */
@NullMarked
package bailiwick.bench.instance;

import org.jspecify.annotations.NullMarked;
