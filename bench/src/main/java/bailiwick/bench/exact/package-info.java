/**
 * The exact solver on programs made from design instances: homes given, and centres free.
 *
 * <p>Entry type: {@link bailiwick.bench.exact.ExactTable}. Depends on {@code bench.file}, {@code
 * exact}, {@code intake} and {@code core}; nothing depends on it.
 */
@NullMarked
package bailiwick.bench.exact;

import org.jspecify.annotations.NullMarked;
