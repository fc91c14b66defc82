/**
 * Exceptions to the rules and shared credit, over HTTP.
 *
 * <p>Entry types: {@link bailiwick.server.exception.ExceptionResource} and {@link
 * bailiwick.server.exception.CreditResource}.
 */
@NullMarked
package bailiwick.server.exception;

import org.jspecify.annotations.NullMarked;
