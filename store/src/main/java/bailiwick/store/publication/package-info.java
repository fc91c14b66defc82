/**
 * Publishing a scenario: dry run, then one atomic step into the ledger.
 *
 * <p>Entry type: {@link bailiwick.store.publication.PublicationRepository}. Depends on {@code
 * scenario}, {@code ledger} and {@code audit}.
 */
@NullMarked
package bailiwick.store.publication;

import org.jspecify.annotations.NullMarked;
