/**
 * Connections to CRMs: how far each was pulled, its rows as last seen, and every row of a push.
 *
 * <p>Entry type: {@link bailiwick.store.crm.CrmRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.crm;

import org.jspecify.annotations.NullMarked;
