/**
 * Who may do what: sign-in, sessions, users, API keys and the roles of every route.
 *
 * <p>Entry type: {@link bailiwick.server.security.Allowed}, which every operation carries.
 */
@NullMarked
package bailiwick.server.security;

import org.jspecify.annotations.NullMarked;
