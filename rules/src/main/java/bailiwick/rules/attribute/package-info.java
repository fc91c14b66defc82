/**
 * What rules may ask about: the registry of dimensions, and a subject's values in them.
 *
 * <p>Entry types: {@link bailiwick.rules.attribute.Dimensions}, {@link
 * bailiwick.rules.attribute.Subject}. Every dimension has an unknown value: the absence of a value
 * is itself something that a condition holds or does not hold for. Depends on {@code core.account}.
 */
@NullMarked
package bailiwick.rules.attribute;

import org.jspecify.annotations.NullMarked;
