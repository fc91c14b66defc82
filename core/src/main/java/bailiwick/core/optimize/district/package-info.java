/**
 * Districts of territories: balanced groups of them, each in one piece.
 *
 * <p>Entry type: {@link bailiwick.core.optimize.district.DistrictDesign}. Depends on {@code
 * optimize}, its parts and {@code design}.
 */
@NullMarked
package bailiwick.core.optimize.district;

import org.jspecify.annotations.NullMarked;
