/**
 * Large designs: how long they take, how much memory, and how good they become.
 *
 * <p>Entry type: {@link bailiwick.bench.scale.ScaleTable}, which runs each row of {@link
 * bailiwick.bench.scale.ScaleRow} in a process of its own. Depends on {@code bench.file}, {@code
 * core}, {@code atlas} and {@code intake}; nothing depends on it.
 */
@NullMarked
package bailiwick.bench.scale;

import org.jspecify.annotations.NullMarked;
