/**
 * How many duplicates the search for duplicates finds, and how many of those it tells are none: on
 * labelled pairs of names, on planted listings, and at scale.
 *
 * <p>Entry type: {@link bailiwick.bench.duplicate.DuplicateTable}. Depends on {@code file} and the
 * intake.
 */
@NullMarked
package bailiwick.bench.duplicate;

import org.jspecify.annotations.NullMarked;
