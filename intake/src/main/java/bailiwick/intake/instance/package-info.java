/**
 * Benchmark instances: a folder of units, edges and settings in, an assignment and a report out.
 *
 * <p>Entry type: {@link bailiwick.intake.instance.InstanceDesign}. Depends on {@code table}, {@code
 * export} and {@code core}.
 */
@NullMarked
package bailiwick.intake.instance;

import org.jspecify.annotations.NullMarked;
