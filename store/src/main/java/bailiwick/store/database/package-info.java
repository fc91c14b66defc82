/**
 * Access to the database that all features share: pages, problems, ids, transactions, COPY.
 *
 * <p>Entry type: {@link bailiwick.store.database.Page}. Depends on {@code core} and Spring's JDBC.
 */
@NullMarked
package bailiwick.store.database;

import org.jspecify.annotations.NullMarked;
