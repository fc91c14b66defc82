/**
 * Which column of a file fills which field: guessed from the header, overridden by flags.
 *
 * <p>Entry type: {@link bailiwick.intake.mapping.ColumnMapping}. Depends on {@code table}.
 */
@NullMarked
package bailiwick.intake.mapping;

import org.jspecify.annotations.NullMarked;
