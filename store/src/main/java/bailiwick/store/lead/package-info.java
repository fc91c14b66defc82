/**
 * Leads with the decision made for each.
 *
 * <p>Entry type: {@link bailiwick.store.lead.LeadRepository}. Depends on {@code ledger}.
 */
@NullMarked
package bailiwick.store.lead;

import org.jspecify.annotations.NullMarked;
