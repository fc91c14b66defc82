/** Tests of {@code bailiwick.intake.mapping}. */
@NullMarked
package bailiwick.intake.mapping;

import org.jspecify.annotations.NullMarked;
