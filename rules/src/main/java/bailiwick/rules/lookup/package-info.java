/**
 * The compiled form: one row of bits for each class of values in each dimension, first common bit
 * wins.
 *
 * <p>Entry types: {@link bailiwick.rules.lookup.RuleCompiler} and what it makes, {@link
 * bailiwick.rules.lookup.RuleLookup}. {@link bailiwick.rules.lookup.PlainMatcher} tries rule by
 * rule and is the yardstick. Depends on {@code check}.
 */
@NullMarked
package bailiwick.rules.lookup;

import org.jspecify.annotations.NullMarked;
