/**
 * The PostgreSQL server we bring along: unpacking, first start, later starts, what a killed process
 * left.
 *
 * <p>Entry type: {@link bailiwick.store.embedded.EmbeddedPostgres}. Depends on {@code database} for
 * its problems.
 */
@NullMarked
package bailiwick.store.embedded;

import org.jspecify.annotations.NullMarked;
