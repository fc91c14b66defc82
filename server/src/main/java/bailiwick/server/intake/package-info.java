/**
 * Imports of accounts and representatives, checked first and then loaded whole or not at all.
 *
 * <p>Entry type: {@link bailiwick.server.intake.ImportResource}.
 */
@NullMarked
package bailiwick.server.intake;

import org.jspecify.annotations.NullMarked;
