/**
 * Deals, revenue and contacts, from which KPIs are computed.
 *
 * <p>Entry type: {@link bailiwick.store.measure.MeasureRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.measure;

import org.jspecify.annotations.NullMarked;
