/**
 * The company's profile and the server's health.
 *
 * <p>Entry type: {@link bailiwick.server.company.CompanyResource}.
 */
@NullMarked
package bailiwick.server.company;

import org.jspecify.annotations.NullMarked;
