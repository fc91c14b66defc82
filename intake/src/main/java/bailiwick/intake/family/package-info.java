/**
 * Families of accounts: which belong together because one names the other as its parent, or because
 * they share a web domain.
 *
 * <p>Entry type: {@link bailiwick.intake.family.FamilySearch}. Depends on {@code duplicate} for
 * accounts as listed and their domains.
 */
@NullMarked
package bailiwick.intake.family;

import org.jspecify.annotations.NullMarked;
