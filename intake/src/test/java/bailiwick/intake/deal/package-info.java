/** Tests of {@code bailiwick.intake.deal}. */
@NullMarked
package bailiwick.intake.deal;

import org.jspecify.annotations.NullMarked;
