/**
 * Rules as people and programs hand them in, as text or as JSON with the domains of their fields,
 * and what is told of them: proofs and differences.
 *
 * <p>Entry types: {@link bailiwick.server.rule.ReadRules}, {@link
 * bailiwick.server.rule.ProofDocument}.
 */
@NullMarked
package bailiwick.server.rule;

import org.jspecify.annotations.NullMarked;
