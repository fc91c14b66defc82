/**
 * Rules over finitely many kinds of values: each dimension is divided into classes that the rules
 * cannot tell apart, and each condition is a region of classes.
 *
 * <p>Entry type: {@link bailiwick.rules.space.RuleSpace}. What is compiled for decisions ({@code
 * lookup}) and what is proven ({@code proof}) stand on the same classes. Depends on {@code check}.
 */
@NullMarked
package bailiwick.rules.space;

import org.jspecify.annotations.NullMarked;
