/**
 * Connections of a server to CRMs by command line: {@code crm list}, {@code connect}, {@code test},
 * {@code pull}, {@code push}, {@code conflicts}, {@code disconnect}.
 *
 * <p>Entry type: {@link bailiwick.cli.crm.CrmCommand}. Works on a running server only, which keeps
 * the credentials and makes all calls. Depends on {@code cli.client} and {@code cli.terminal}.
 */
@NullMarked
package bailiwick.cli.crm;

import org.jspecify.annotations.NullMarked;
