/** Tests of {@code bailiwick.intake.generate}. */
@NullMarked
package bailiwick.intake.generate;

import org.jspecify.annotations.NullMarked;
