package bailiwick.server.intake;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.core.roster.Representative;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.mapping.MappingRequest;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.roster.RosterImport;
import bailiwick.intake.table.TableSource;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.account.Ownership;
import bailiwick.server.atlas.Geography;
import bailiwick.server.folder.DataFolder;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobKind;
import bailiwick.server.job.JobWork;
import bailiwick.server.job.Jobs;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.roster.Roster;
import bailiwick.server.wire.ImportWire;
import bailiwick.store.Store;
import bailiwick.store.account.AccountLoad;
import bailiwick.store.account.LoadReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads files of accounts and representatives: checks them, or loads them whole or not at all. An
 * upload waits in the data folder until its job has ended, so that a restart can begin it again.
 */
public final class Imports {

  /** Name of the system that ids of imported files belong to. */
  private static final String SOURCE = "file";

  private static final int TOLD_EVERY = 5_000;

  private final Store store;
  private final Geography geography;
  private final Jobs jobs;
  private final AccountBooks books;
  private final OwnerBook owners;
  private final Ownership ownership;
  private final Roster roster;
  private final JsonMapper json;
  private final Path uploads;

  /** Imports into a store. */
  public Imports(
      DataFolder folder,
      Store store,
      Geography geography,
      Jobs jobs,
      AccountBooks books,
      OwnerBook owners,
      Ownership ownership,
      Roster roster,
      JsonMapper json) {
    this.store = store;
    this.geography = geography;
    this.jobs = jobs;
    this.books = books;
    this.owners = owners;
    this.ownership = ownership;
    this.roster = roster;
    this.json = json;
    this.uploads = folder.uploads();
    jobs.handle(JobKind.IMPORT, this::load);
  }

  /**
   * What is kept of a request while its job waits or is begun again.
   *
   * @param upload name of the file in the folder of uploads
   * @param file name as the user gave it
   * @param columns field to column header
   */
  record Order(
      ImportKind kind,
      String upload,
      String file,
      Map<String, String> columns,
      boolean goodRowsOnly) {}

  ImportWire.ImportReport check(ImportKind kind, MultipartFile file, @Nullable String mapping) {
    MappingRequest request = mapping(columns(mapping));
    Path kept = keep(file);
    try {
      TableSource source = new NamedSource(name(file), kept);
      ImportReport report =
          switch (kind) {
            case ACCOUNTS ->
                AccountImport.with(geography.atlas(), settings()).read(source, request, row -> {});
            case REPRESENTATIVES ->
                RosterImport.with(geography.atlas(), settings()).read(source, request, row -> {});
          };
      return ReportWire.of(report, false);
    } finally {
      forget(kept);
    }
  }

  Job submit(
      ImportKind kind,
      MultipartFile file,
      @Nullable String mapping,
      boolean goodRowsOnly,
      String who) {
    Map<String, String> columns = columns(mapping);
    Path kept = keep(file);
    Order order =
        new Order(kind, String.valueOf(kept.getFileName()), name(file), columns, goodRowsOnly);
    return jobs.submit(JobKind.IMPORT, "", json.writeValueAsString(order), 0, who);
  }

  private JobWork.Outcome load(bailiwick.store.job.Job job, JobWork.Progress progress) {
    Order order = json.readValue(job.request(), Order.class);
    Path kept = uploads.resolve(order.upload());
    try {
      TableSource source = new NamedSource(order.file(), kept);
      progress.tell(0, "Reading `%s`.".formatted(order.file()));
      Loaded loaded =
          load(
              order.kind(),
              source,
              mapping(order.columns()),
              order.goodRowsOnly(),
              job.createdBy(),
              rows -> progress.tell(0.5, "Read %s rows.".formatted(rows)));
      return outcome(loaded);
    } finally {
      forget(kept);
    }
  }

  private static JobWork.Outcome outcome(Loaded loaded) {
    ImportReport report = loaded.report;
    ImportWire.ImportReport wire = ReportWire.of(report, loaded.loaded);
    if (loaded.loaded) {
      return new JobWork.Outcome.Done(
          "Loaded %s of %s rows.".formatted(report.counts().accepted(), report.counts().rows()),
          false,
          null,
          null,
          List.of(),
          wire,
          List.of());
    }
    List<Problem> problems = new ArrayList<>(report.problems());
    String why =
        report.complete()
            ? "%s of %s rows cannot be used; nothing was loaded."
                .formatted(report.counts().rejected(), report.counts().rows())
            : "The file cannot be read; nothing was loaded.";
    return new JobWork.Outcome.Failed(why, false, problems, wire);
  }

  /**
   * What a load did.
   *
   * @param report what was found
   * @param loaded whether the accepted rows were kept
   */
  public record Loaded(ImportReport report, boolean loaded) {}

  /**
   * Loads a file whole or not at all.
   *
   * @param goodRowsOnly load the accepted rows even when others are rejected
   * @param rows told the number of rows read now and then
   */
  public Loaded load(
      ImportKind kind,
      TableSource source,
      MappingRequest mapping,
      boolean goodRowsOnly,
      String who,
      LongConsumer rows) {
    return switch (kind) {
      case ACCOUNTS -> loadAccounts(source, mapping, goodRowsOnly, who, rows);
      case REPRESENTATIVES -> loadRepresentatives(source, mapping, goodRowsOnly);
    };
  }

  private Loaded loadAccounts(
      TableSource source,
      MappingRequest mapping,
      boolean goodRowsOnly,
      String who,
      LongConsumer rows) {
    ImportReport report;
    try (AccountLoad load = store.accounts().startLoad(SOURCE)) {
      long[] read = new long[1];
      report =
          AccountImport.with(geography.atlas(), settings())
              .read(
                  source,
                  mapping,
                  row -> {
                    load.add(row.account(), geography.unitsOf(row.account()));
                    if (++read[0] % TOLD_EVERY == 0) {
                      rows.accept(read[0]);
                    }
                  });
      if (!keeps(report, goodRowsOnly)) {
        return new Loaded(report, false);
      }
      LoadReport kept = load.finish();
      rows.accept(kept.rows());
    }
    books.changed();
    owners.changed();
    ownership.decideUnowned(who);
    return new Loaded(report, true);
  }

  private Loaded loadRepresentatives(
      TableSource source, MappingRequest mapping, boolean goodRowsOnly) {
    List<Representative> people = new ArrayList<>();
    ImportReport report =
        RosterImport.with(geography.atlas(), settings())
            .read(source, mapping, row -> people.add(row.representative()));
    if (!keeps(report, goodRowsOnly)) {
      return new Loaded(report, false);
    }
    store.representatives().load(SOURCE, people);
    roster.changed();
    owners.changed();
    return new Loaded(report, true);
  }

  private static boolean keeps(ImportReport report, boolean goodRowsOnly) {
    return goodRowsOnly ? report.complete() : report.clean();
  }

  private ImportSettings settings() {
    String country =
        store.plans().list().stream().findFirst().map(plan -> plan.country()).orElse("US");
    return ImportSettings.DEFAULT.withSource(SOURCE).withCountry(country);
  }

  private Map<String, String> columns(@Nullable String mapping) {
    if (mapping == null || mapping.isBlank()) {
      return Map.of();
    }
    Map<String, String> columns = new HashMap<>();
    try {
      JsonNode tree = json.readTree(mapping);
      if (!tree.isObject()) {
        throw unreadableMapping();
      }
      tree.properties().forEach(field -> columns.put(field.getKey(), field.getValue().asString()));
    } catch (JacksonException noJson) {
      throw unreadableMapping();
    }
    return columns;
  }

  private static ProblemException unreadableMapping() {
    return ProblemException.of(
        new ServerProblem.Parameter(
            "mapping", "must be a JSON object such as {\"postcode\":\"Zip Code\"}"));
  }

  private static MappingRequest mapping(Map<String, String> columns) {
    return columns.isEmpty()
        ? MappingRequest.GUESSED
        : new MappingRequest(columns, Map.of(), List.of(), Map.of(), List.of());
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
    try {
      Files.createDirectories(uploads);
      Path kept = uploads.resolve(UUID.randomUUID() + ".csv");
      file.transferTo(kept);
      return kept;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
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
