/**
 * Jobs: work that outlives a request and may be interrupted.
 *
 * <p>Entry type: {@link bailiwick.store.job.JobRepository}. Depends on {@code database}.
 */
@NullMarked
package bailiwick.store.job;

import org.jspecify.annotations.NullMarked;
