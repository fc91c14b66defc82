/** Fixtures for the tests of the rule engine. */
@NullMarked
package bailiwick.rules;

import org.jspecify.annotations.NullMarked;
