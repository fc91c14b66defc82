/**
 * What files tell beside accounts, people and figures: contacts, sites, territories, assignments,
 * products, working time, market figures.
 *
 * <p>Entry type: {@link bailiwick.store.record.RecordRepository}. Depends on {@code database} and
 * {@code measure}, whose deliveries it shares.
 */
@NullMarked
package bailiwick.store.record;

import org.jspecify.annotations.NullMarked;
