package bailiwick.server.crm;

import bailiwick.intake.crm.CrmKind;
import bailiwick.intake.crm.CrmPosition;
import bailiwick.intake.crm.CrmRecord;
import bailiwick.intake.crm.PullBook;
import bailiwick.server.job.JobWork;
import bailiwick.store.crm.ConnectionId;
import bailiwick.store.crm.PullState;
import bailiwick.store.crm.PulledRows;
import bailiwick.store.crm.SeenRow;
import java.util.List;
import java.util.Locale;

/** Keeps a pull in the store and tells how far it is. */
final class StoredRows implements PullBook {

  private final PulledRows rows;
  private final ConnectionId connection;
  private final JobWork.Progress progress;
  private final double share; // of the pull, done before this kind
  private long read;

  StoredRows(PulledRows rows, ConnectionId connection, JobWork.Progress progress, double share) {
    this.rows = rows;
    this.connection = connection;
    this.progress = progress;
    this.share = share;
  }

  @Override
  public CrmPosition position(CrmKind kind) {
    return rows.states(connection).stream()
        .filter(state -> state.kind().equals(kind.name()))
        .findFirst()
        .map(StoredRows::position)
        .orElse(CrmPosition.START);
  }

  private static CrmPosition position(PullState state) {
    return new CrmPosition(state.since(), state.page());
  }

  @Override
  public void keep(CrmKind kind, List<CrmRecord> records, CrmPosition next) {
    rows.keep(
        connection,
        kind.name(),
        records.stream()
            .map(row -> new SeenRow(row.id(), row.version(), row.deleted(), row.cells()))
            .toList(),
        next.since(),
        next.page());
    read += records.size();
    progress.tell(
        share, "Read %s rows of %s.".formatted(read, kind.name().toLowerCase(Locale.ROOT)));
  }
}
