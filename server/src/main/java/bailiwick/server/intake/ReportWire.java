package bailiwick.server.intake;

import bailiwick.core.account.Precision;
import bailiwick.intake.report.ImportReport;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.wire.ImportWire;
import bailiwick.server.wire.ImportWire.ImportPreview;
import bailiwick.server.wire.ImportWire.MappedColumn;
import bailiwick.server.wire.ImportWire.Placed;
import bailiwick.server.wire.ImportWire.PreviewColumn;
import org.jspecify.annotations.Nullable;

/** Tells an import's report as JSON. */
public final class ReportWire {

  private static final int SHOWN = 1_000;

  private ReportWire() {}

  /** What a check found. */
  static ImportWire.ImportReport of(ImportReport report) {
    return of(report, false);
  }

  /** What was found, and whether it was loaded. */
  public static ImportWire.ImportReport of(ImportReport report, boolean loaded) {
    return of(report, loaded, null);
  }

  /** What a load or a dry run found. */
  static ImportWire.ImportReport of(FileLoader.Loaded loaded) {
    return of(loaded.report(), loaded.loaded(), loaded.changes());
  }

  private static ImportWire.ImportReport of(
      ImportReport report, boolean loaded, @Nullable FileChanges changes) {
    ImportReport.Counts counts = report.counts();
    return new ImportWire.ImportReport(
        report.file(),
        counts.rows(),
        counts.accepted(),
        counts.rejected(),
        counts.repaired(),
        new Placed(
            placed(report, Precision.EXACT),
            placed(report, Precision.POSTCODE),
            placed(report, Precision.CITY),
            placed(report, Precision.REGION),
            placed(report, Precision.COUNTRY),
            placed(report, Precision.NONE)),
        new ImportPreview(
            report.preview().sheet(),
            report.preview().sheets(),
            report.preview().columns().stream()
                .map(column -> new PreviewColumn(column.name(), column.samples()))
                .toList()),
        report.profile(),
        report.mapping().stream()
            .map(use ->
                new MappedColumn(
                    use.field(),
                    use.column(),
                    use.constant(),
                    use.confidence(),
                    use.chosen(),
                    use.habit(),
                    use.habitBasis()))
            .toList(),
        report.problems().stream().limit(SHOWN).map(ProblemItem::of).toList(),
        report.problemCounts().values().stream().mapToLong(Long::longValue).sum(),
        report.complete(),
        loaded,
        changes instanceof FileChanges.Merge merge ? ChangesWire.of(merge.changes()) : null,
        changes instanceof FileChanges.Replacement replacement
            ? replacement.before().map(ChangesWire::of).orElse(null)
            : null);
  }

  private static long placed(ImportReport report, Precision precision) {
    return report.placed().getOrDefault(precision, 0L);
  }
}
