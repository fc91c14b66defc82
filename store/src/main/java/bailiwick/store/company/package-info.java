/**
 * The company's profile: name, time zone, currency, fiscal year.
 *
 * <p>Entry type: {@link bailiwick.store.company.CompanyRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.company;

import org.jspecify.annotations.NullMarked;
