/**
 * Long work: what runs, how far it is, and how to stop it.
 *
 * <p>Entry type: {@link bailiwick.server.job.JobResource}.
 */
@NullMarked
package bailiwick.server.job;

import org.jspecify.annotations.NullMarked;
