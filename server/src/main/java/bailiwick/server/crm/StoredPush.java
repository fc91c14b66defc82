package bailiwick.server.crm;

import bailiwick.intake.crm.CrmRecord;
import bailiwick.intake.crm.CrmWrite;
import bailiwick.intake.crm.PushBook;
import bailiwick.intake.crm.PushOutcome;
import bailiwick.intake.crm.PushRow;
import bailiwick.server.job.JobWork;
import bailiwick.store.crm.PlannedRow;
import bailiwick.store.crm.Push;
import bailiwick.store.crm.Pushes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a push in the store and tells how far it is. */
final class StoredPush implements PushBook {

  private final Pushes pushes;
  private final Push push;
  private final JobWork.Progress progress;
  private final long open;
  private long settled;

  StoredPush(Pushes pushes, Push push, JobWork.Progress progress) {
    this.pushes = pushes;
    this.push = push;
    this.progress = progress;
    this.open = push.rows().getOrDefault("OPEN", 0L);
  }

  @Override
  public List<PushRow> next(int most) {
    return pushes.next(push.id(), most).stream().map(StoredPush::row).toList();
  }

  private static PushRow row(PlannedRow row) {
    return new PushRow(
        new CrmWrite(row.externalId(), row.base(), row.owner(), row.territory()), row.sent());
  }

  @Override
  public void sent(List<CrmWrite> rows) {
    pushes.sent(push.id(), rows.stream().map(CrmWrite::id).toList());
  }

  @Override
  public void settled(CrmWrite row, PushOutcome outcome, @Nullable CrmRecord now, String message) {
    boolean held = now != null && row.isHeldBy(now);
    pushes.settle(
        push.id(),
        row.id(),
        outcome.name(),
        message,
        held,
        now == null ? null : now.version(),
        now == null ? "" : now.owner(),
        now == null ? "" : now.territory());
    settled++;
    progress.tell(
        Math.min(1, settled / (double) Math.max(1, open)),
        "%s of %s accounts done.".formatted(settled, open));
  }
}
