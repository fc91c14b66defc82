/** Tests of {@code bailiwick.intake.export}. */
@NullMarked
package bailiwick.intake.export;

import org.jspecify.annotations.NullMarked;
