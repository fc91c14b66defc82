/**
 * Key figures per territory, of a scenario or of what is published.
 *
 * <p>Entry type: {@link bailiwick.server.kpi.KpiResource}.
 */
@NullMarked
package bailiwick.server.kpi;

import org.jspecify.annotations.NullMarked;
