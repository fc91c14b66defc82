/**
 * How often accounts may move, and the one place that holds every change of ownership to it.
 *
 * <p>Entry type: {@link bailiwick.store.stability.StabilityRepository}. Depends on {@code plan} and
 * {@code audit}.
 */
@NullMarked
package bailiwick.store.stability;

import org.jspecify.annotations.NullMarked;
