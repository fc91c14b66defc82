package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.problem.Severity;
import bailiwick.intake.export.RejectedRows;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.table.FileProblem;
import bailiwick.intake.table.TableSource;
import bailiwick.server.folder.DataFolder;
import bailiwick.server.intake.FileLoader.Loaded;
import bailiwick.server.job.BestSoFar;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.wire.ImportWire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes uploads: checks them at once, or loads them in a job. An upload waits in the data folder
 * until its job has ended, so that a restart can begin it again.
 */
public final class Imports {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

  /** The rest of a job's time goes to the store, which takes the rows at once. */
  private static final double SHARE_OF_READING = 0.8;

  /** What follows once the rows are kept. */
  private static final double SHARE_KEPT = 0.9;

  private final FileLoader loader;
  private final Jobs jobs;
  private final JsonMapper json;
  private final Path uploads;

  /** Imports by a loader. */
  public Imports(DataFolder folder, FileLoader loader, Jobs jobs, JsonMapper json) {
    this.loader = loader;
    this.jobs = jobs;
    this.json = json;
    this.uploads = folder.uploads();
    jobs.handle(JobKind.IMPORT, this::load);
  }

  /**
   * What is kept of a request while its job waits or is begun again.
   *
   * @param upload name of the file in the folder of uploads
   * @param file name as the user gave it
   * @param dryRun whether to tell what would change and write nothing; null is no
   */
  record Order(
      ImportKind kind, String upload, String file, ImportFlags flags, @Nullable Boolean dryRun) {

    /** Orders that were queued before there were dry runs say nothing of them. */
    boolean writesNothing() {
      return dryRun != null && dryRun;
    }
  }

  ImportWire.ImportReport check(ImportKind kind, MultipartFile file, ImportFlags flags) {
    Path kept = keep(file);
    try {
      return ReportWire.of(loader.check(kind, new NamedSource(name(file), kept), flags));
    } finally {
      forget(kept);
    }
  }

  /**
   * The rows of a file that cannot be used, as CSV; the caller closes the stream, which deletes
   * what it reads.
   *
   * @throws ProblemException when the file cannot be read to its end
   */
  InputStream rejected(ImportKind kind, MultipartFile file, ImportFlags flags) {
    return written(
        file,
        (source, rows) -> {
          try (RejectedRows out = RejectedRows.open(Files.newBufferedWriter(rows))) {
            return loader.check(kind, source, flags, out);
          }
        });
  }

  /** Writes something about an upload to a file. */
  @FunctionalInterface
  private interface Writing {
    ImportReport write(TableSource source, Path rows) throws IOException;
  }

  private InputStream written(MultipartFile file, Writing writing) {
    Path kept = keep(file);
    Path rows = uploads.resolve(UUID.randomUUID() + ".rows.csv");
    try {
      ImportReport report = writing.write(new NamedSource(name(file), kept), rows);
      if (!report.complete()) {
        throw new ProblemException(errors(report));
      }
      return Files.newInputStream(rows, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException failure) {
      forget(rows);
      throw new UncheckedIOException(failure);
    } catch (RuntimeException failure) {
      forget(rows);
      throw failure;
    } finally {
      forget(kept);
    }
  }

  private static List<? extends Problem> errors(ImportReport report) {
    return report.problems().stream()
        .filter(problem -> problem instanceof FileProblem && problem.severity() == Severity.ERROR)
        .toList();
  }

  /**
   * Everything that a file would change, as CSV; the caller closes the stream, which deletes what
   * it reads.
   *
   * @throws ProblemException when the file cannot be read to its end
   */
  InputStream changes(ImportKind kind, MultipartFile file, ImportFlags flags) {
    return written(
        file,
        (source, rows) -> {
          try (ChangesFile out = ChangesFile.open(Files.newBufferedWriter(rows))) {
            return loader.changes(kind, source, flags, out::add);
          }
        });
  }

  Job submit(ImportKind kind, MultipartFile file, ImportFlags flags, boolean dryRun, String who) {
    Path kept = keep(file);
    Order order = new Order(kind, String.valueOf(kept.getFileName()), name(file), flags, dryRun);
    try {
      return jobs.submit(JobKind.IMPORT, "", json.writeValueAsString(order), 0, who);
    } catch (RuntimeException notQueued) {
      forget(kept);
      throw notQueued;
    }
  }

  private JobWork.Outcome load(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    Path kept = uploads.resolve(order.upload());
    TableSource source = new NamedSource(order.file(), kept);
    progress.tell(0, "Reading `%s`.".formatted(order.file()));
    LoadWatch watch = new Telling(progress);
    try {
      if (order.writesNothing()) {
        return told(
            loader.dryRun(order.kind(), source, order.flags(), watch),
            progress.live().cancellation().isRequested());
      }
      return outcome(
          loader.load(order.kind(), source, order.flags(), job.createdBy(), watch),
          progress.live().cancellation().isRequested());
    } finally {
      if (!progress.isCutShort()) {
        forget(kept);
      }
    }
  }

  /** Tells a job's progress, and hears its request to stop. */
  private record Telling(JobWork.Progress progress) implements LoadWatch {
    @Override
    public boolean goesOn(long rows, double share) {
      progress.tell(SHARE_OF_READING * share, "Read %s rows.".formatted(rows));
      return goesOn();
    }

    @Override
    public boolean goesOnAfter(String doing) {
      progress.tell(SHARE_KEPT, doing);
      return goesOn();
    }

    private boolean goesOn() {
      return !progress.live().cancellation().isRequested();
    }
  }

  /** What came of a dry run. */
  private static JobWork.Outcome told(Loaded found, boolean stopped) {
    ImportWire.ImportReport wire = ReportWire.of(found);
    boolean complete = found.report().complete();
    if (!complete && !stopped) {
      return new JobWork.Outcome.Failed(
          "The file cannot be read.", false, List.copyOf(found.report().problems()), wire);
    }
    return new JobWork.Outcome.Done(
        complete ? ChangesTold.sentence(found) : "Stopped.",
        !complete,
        null,
        BestSoFar.NOTHING,
        wire,
        null,
        found.notes());
  }

  private static JobWork.Outcome outcome(Loaded loaded, boolean stopped) {
    ImportReport report = loaded.report();
    ImportWire.ImportReport wire = ReportWire.of(loaded);
    if (loaded.loaded() || (stopped && !report.complete())) {
      return new JobWork.Outcome.Done(
          loaded.loaded()
              ? "Loaded %s of %s rows."
                  .formatted(report.counts().accepted(), report.counts().rows())
              : "Stopped; nothing was loaded.",
          !loaded.loaded(),
          null,
          BestSoFar.NOTHING,
          wire,
          null,
          loaded.notes());
    }
    List<Problem> problems = new ArrayList<>(report.problems());
    problems.addAll(loaded.notes());
    String why =
        report.complete()
            ? "%s of %s rows cannot be used; nothing was loaded."
                .formatted(report.counts().rejected(), report.counts().rows())
            : "The file cannot be read; nothing was loaded.";
    return new JobWork.Outcome.Failed(why, false, problems, wire);
  }

  private static String name(MultipartFile file) {
    String given = file.getOriginalFilename();
    if (given == null || given.isBlank()) {
      return "upload.csv";
    }
    // Some browsers send the whole path; only the last part means anything here.
    return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  }

  private Path keep(MultipartFile file) {
    Path kept = uploads.resolve(UUID.randomUUID() + ".csv");
    try {
      Files.createDirectories(uploads);
      file.transferTo(kept);
      return kept;
    } catch (IOException failure) {
      LOG.warn("The upload of {} bytes was not kept.", file.getSize(), failure);
      if (Files.exists(kept)) {
        forget(kept);
      }
      throw ProblemException.of(new ServerProblem.UploadNotKept(file.getSize()));
    }
  }

  private static void forget(Path kept) {
    try {
      Files.deleteIfExists(kept);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
