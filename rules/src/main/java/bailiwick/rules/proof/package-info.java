/**
 * What rules decide over the whole space of attributes, proven: where nobody owns, where two
 * territories claim, which rules never win, and what differs between two versions.
 *
 * <p>Entry type: {@link bailiwick.rules.proof.RuleProof}. Depends on {@code space}.
 */
@NullMarked
package bailiwick.rules.proof;

import org.jspecify.annotations.NullMarked;
