/**
 * How far the accounts of a scenario are to be believed, over HTTP, and the limit of a publication.
 *
 * <p>Entry type: {@link bailiwick.server.quality.QualityReports}. Depends on {@code account} and
 * {@code scenario}.
 */
@NullMarked
package bailiwick.server.quality;

import org.jspecify.annotations.NullMarked;
