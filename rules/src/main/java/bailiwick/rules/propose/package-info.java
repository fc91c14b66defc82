/**
 * Learns the shortest rule that holds for some accounts and for as few others as can be.
 *
 * <p>Entry type: {@link bailiwick.rules.propose.RuleProposer}. Depends on {@code decide}: what a
 * proposed rule would do is told by deciding with it.
 */
@NullMarked
package bailiwick.rules.propose;

import org.jspecify.annotations.NullMarked;
