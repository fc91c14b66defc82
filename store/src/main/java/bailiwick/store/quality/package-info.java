/**
 * What a company asks of its data before it publishes, and who accepted less.
 *
 * <p>Entry type: {@link bailiwick.store.quality.QualityRepository}. Depends on {@code audit} and
 * {@code scenario}.
 */
@NullMarked
package bailiwick.store.quality;

import org.jspecify.annotations.NullMarked;
