/**
 * People and the seats they hold: representatives, seats, placements and vacancies.
 *
 * <p>Entry type: {@link bailiwick.core.roster.Seat}. Depends on {@code unit} and {@code alignment}.
 */
@NullMarked
package bailiwick.core.roster;

import org.jspecify.annotations.NullMarked;
