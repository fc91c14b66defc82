package bailiwick.server.crm;

import bailiwick.core.problem.ProblemException;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.store.Store;
import bailiwick.store.crm.ConnectionId;
import bailiwick.store.crm.StoredConnection;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Pulls and pushes as jobs, one at a time: no row is read and written at once. */
public class CrmJobs {

  private final Store store;
  private final Jobs jobs;
  private final JsonMapper json;
  private final Pulling pulling;
  private final Pushing pushing;

  /** Jobs of the connections of a store. */
  public CrmJobs(Store store, Jobs jobs, JsonMapper json, Pulling pulling, Pushing pushing) {
    this.store = store;
    this.jobs = jobs;
    this.json = json;
    this.pulling = pulling;
    this.pushing = pushing;
    jobs.handle(JobKind.CRM, this::run);
  }

  /**
   * What is kept of a request.
   *
   * @param on the day whose owners are pushed, null for a pull
   */
  record Order(String connection, @Nullable LocalDate on) {}

  Job pull(ConnectionId id, String who) {
    return submit(id, null, who);
  }

  Job push(ConnectionId id, LocalDate on, String who) {
    pushing.requirePulled(store.crm().get(id));
    return submit(id, on, who);
  }

  /**
   * Changes a connection while nothing is pulled or pushed over it, nor can begin to be.
   *
   * @throws ProblemException with {@code CRM_AT_WORK} when something is
   */
  synchronized <T> T whileIdle(StoredConnection connection, Supplier<T> change) {
    if (jobs.isUnderWay(JobKind.CRM, connection.id().toString())) {
      throw ProblemException.of(new ConnectionProblem.AtWork(connection.name()));
    }
    return change.get();
  }

  private synchronized Job submit(ConnectionId id, @Nullable LocalDate on, String who) {
    StoredConnection known = store.crm().get(id);
    String order = json.writeValueAsString(new Order(known.id().toString(), on));
    return jobs.submit(JobKind.CRM, known.id().toString(), order, 0, who);
  }

  private JobWork.Outcome run(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    StoredConnection connection = store.crm().get(ConnectionId.of(order.connection()));
    LocalDate on = order.on();
    return on == null
        ? pulling.pull(connection, job.createdBy(), progress)
        : pushing.push(connection, on, job.createdBy(), progress);
  }
}
