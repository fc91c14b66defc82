/**
 * Representatives from a file: who sells, from where, since when and with which skills.
 *
 * <p>Entry type: {@link bailiwick.intake.roster.RosterImport}. Depends on {@code table}, {@code
 * mapping}, {@code report} and the atlas.
 */
@NullMarked
package bailiwick.intake.roster;

import org.jspecify.annotations.NullMarked;
