/** Tests of {@code bailiwick.intake.table}. */
@NullMarked
package bailiwick.intake.table;

import org.jspecify.annotations.NullMarked;
