/**
 * The standing check: whether the ledger says of every account, and the kept decision of every open
 * opportunity and of every lead, what the compiled rules in force decide.
 *
 * <p>Entry type: {@link bailiwick.server.standing.StandingCheck}. Depends on {@code published}.
 */
@NullMarked
package bailiwick.server.standing;

import org.jspecify.annotations.NullMarked;
