package bailiwick.store.job;

import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps jobs. Thread-safe. */
public final class JobRepository {

  private static final String COLUMNS =
      "id, kind, subject, request, seed, state, progress, message, result, problems, created_by,"
          + " created_at, started_at, finished_at";

  private final Database database;

  /** Keeps them in a database. */
  public JobRepository(Database database) {
    this.database = database;
  }

  /**
   * Makes a queued job.
   *
   * @param kind such as {@code design}
   * @param subject id of what it works on, empty when none
   * @param request what was asked, JSON
   */
  public Job create(String kind, String subject, String request, long seed, String createdBy) {
    return database
        .jdbc()
        .sql(
            """
            INSERT INTO job (id, kind, subject, request, seed, state, created_by, created_at)
            VALUES (:id, :kind, :subject, CAST(:request AS json), :seed, 'QUEUED', :who, :now)
            RETURNING
            """
                + COLUMNS)
        .param("id", database.newId())
        .param("kind", kind)
        .param("subject", subject)
        .param("request", request)
        .param("seed", seed)
        .param("who", createdBy)
        .param("now", Database.at(database.now()))
        .query(JobRepository::map)
        .single();
  }

  /**
   * Marks a queued or interrupted job as running; any other stays as it is.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Job start(JobId id) {
    database
        .jdbc()
        .sql(
            """
            UPDATE job
            SET state = 'RUNNING', started_at = :now, finished_at = NULL, progress = 0
            WHERE id = :id AND state IN ('QUEUED', 'INTERRUPTED')
            """)
        .param("now", Database.at(database.now()))
        .param("id", id.value())
        .update();
    return get(id);
  }

  /** Notes how far a running job has come; one that is finished stays as it is. */
  public void progress(JobId id, double progress, String message) {
    database
        .jdbc()
        .sql(
            """
            UPDATE job SET progress = :progress, message = :message
            WHERE id = :id AND state = 'RUNNING'
            """)
        .param("progress", Math.clamp(progress, 0, 1))
        .param("message", message)
        .param("id", id.value())
        .update();
  }

  /**
   * Finishes a job with its result.
   *
   * @param result JSON
   * @param attachment what belongs to it and is read by itself, JSON; null for nothing
   */
  public Job finish(JobId id, String message, String result, @Nullable String attachment) {
    return end(id, JobState.DONE, message, result, attachment, null);
  }

  /** Finishes a job that was cancelled; the best found so far may be its result. */
  public Job cancel(
      JobId id, String message, @Nullable String result, @Nullable String attachment) {
    return end(id, JobState.CANCELLED, message, result, attachment, null);
  }

  /** What belongs to the result of a job besides; empty when nothing does. */
  public Optional<String> findAttachment(JobId id) {
    return database
        .jdbc()
        .sql("SELECT attachment FROM job WHERE id = :id AND attachment IS NOT NULL")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  /** Finishes a job that failed, with its problems as a JSON list. */
  public Job fail(JobId id, String message, String problems) {
    return end(id, JobState.FAILED, message, null, null, problems);
  }

  /** A job ends once: whoever comes second finds it as the first left it. */
  private Job end(
      JobId id,
      JobState state,
      String message,
      @Nullable String result,
      @Nullable String attachment,
      @Nullable String problems) {
    database
        .jdbc()
        .sql(
            """
            UPDATE job
            SET state = :state, message = :message, result = CAST(:result AS json),
                attachment = CAST(:attachment AS json),
                problems = CAST(:problems AS json), finished_at = :now,
                progress = CASE WHEN :state = 'DONE' THEN 1 ELSE progress END
            WHERE id = :id AND state IN ('QUEUED', 'RUNNING', 'INTERRUPTED')
            """)
        .param("state", state.name())
        .param("message", message)
        .param("result", result, Types.VARCHAR)
        .param("attachment", attachment, Types.VARCHAR)
        .param("problems", problems, Types.VARCHAR)
        .param("now", Database.at(database.now()))
        .param("id", id.value())
        .update();
    return get(id);
  }

  /** The job of an id. */
  public Optional<Job> find(JobId id) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM job WHERE id = :id")
        .param("id", id.value())
        .query(JobRepository::map)
        .optional();
  }

  private Job get(JobId id) {
    return find(id).orElseThrow(() -> Database.notFound("job", id));
  }

  /** The newest jobs. */
  public List<Job> list(int limit) {
    return database
        .jdbc()
        .sql("SELECT " + COLUMNS + " FROM job ORDER BY created_at DESC, id DESC LIMIT :limit")
        .param("limit", limit)
        .query(JobRepository::map)
        .list();
  }

  /** Marks what was queued or running when the server stopped; called at start. Returns those. */
  public List<Job> interruptUnfinished() {
    return database
        .jdbc()
        .sql(
            """
            UPDATE job
            SET state = 'INTERRUPTED', finished_at = :now,
                message = 'The server stopped while this was running.'
            WHERE state IN ('QUEUED', 'RUNNING')
            RETURNING
            """
                + COLUMNS)
        .param("now", Database.at(database.now()))
        .query(JobRepository::map)
        .list();
  }

  private static Job map(ResultSet row, int number) throws SQLException {
    return new Job(
        new JobId(Rows.id(row, "id")),
        Rows.text(row, "kind"),
        Rows.text(row, "subject"),
        Rows.text(row, "request"),
        row.getLong("seed"),
        JobState.valueOf(Rows.text(row, "state")),
        row.getDouble("progress"),
        Rows.text(row, "message"),
        row.getString("result"),
        row.getString("problems"),
        Rows.text(row, "created_by"),
        Rows.instant(row, "created_at"),
        Rows.findInstant(row, "started_at"),
        Rows.findInstant(row, "finished_at"));
  }
}
