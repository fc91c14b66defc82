/**
 * What the server tells its operators: times of requests and jobs, memory, threads.
 *
 * <p>Entry type: {@link bailiwick.server.metrics.MetricsResource}.
 */
@NullMarked
package bailiwick.server.metrics;

import org.jspecify.annotations.NullMarked;
