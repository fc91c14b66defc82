/** Tests of {@code bailiwick.intake.report}. */
@NullMarked
package bailiwick.intake.report;

import org.jspecify.annotations.NullMarked;
