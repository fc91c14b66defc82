/**
 * A scenario sent round as a workbook, and what comes of it.
 *
 * <p>Entry type: {@link bailiwick.server.circulation.Circulations}. Depends on {@code scenario}.
 */
@NullMarked
package bailiwick.server.circulation;

import org.jspecify.annotations.NullMarked;
