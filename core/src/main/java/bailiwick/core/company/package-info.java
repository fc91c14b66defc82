/**
 * A company as others write it: its name, web host and telephone number in the form in which they
 * compare.
 *
 * <p>Entry type: {@link bailiwick.core.company.CompanyName}. Depends on nothing; the search for
 * duplicates and the matching of leads to accounts both read companies by it.
 */
@NullMarked
package bailiwick.core.company;

import org.jspecify.annotations.NullMarked;
