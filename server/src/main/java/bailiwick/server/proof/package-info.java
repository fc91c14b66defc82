/**
 * Rules that are handed in: proven, compared with others, and compared with what is published.
 *
 * <p>Entry type: {@link bailiwick.server.proof.RuleProofs}. Depends on {@code rule}, {@code
 * published}.
 */
@NullMarked
package bailiwick.server.proof;

import org.jspecify.annotations.NullMarked;
