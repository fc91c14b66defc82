package bailiwick.server;

import static org.assertj.core.api.Assertions.assertThat;

import bailiwick.atlas.Atlas;
import bailiwick.intake.generate.DemoCompany;
import bailiwick.intake.generate.DemoFiles;
import bailiwick.intake.generate.DemoSettings;
import bailiwick.server.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Walks the main loop with many accounts and writes how long each step takes into {@code
 * target/scale.md}: run it with {@code -Dbailiwick.scale=250000}. It fails when a step fails, never
 * by the clock.
 */
@EnabledIfSystemProperty(named = "bailiwick.scale", matches = "\\d+")
class ScaleTest {

  private static final int REPEATED = 7;
  private static final int MOVED = 200;

  private static final Path FIGURES = Path.of("target", "scale.md");

  @Test
  void every_step_of_the_loop_carries_the_accounts(@TempDir Path folder) throws IOException {
    DemoSettings settings = DemoSettings.DEMO.withAccounts(Long.getLong("bailiwick.scale"));
    DemoFiles files =
        new DemoCompany(Atlas.packaged()).generate(settings, folder.resolve("files"), done -> {});
    Files.writeString(FIGURES, "%s accounts\n".formatted(settings.accounts()));
    try (RunningServer server =
        BailiwickServer.start(
            ServerOptions.inFolder(folder.resolve("data"), Clock.systemUTC()).withPort(0))) {
      walk(Api.administrator(server), files);
    }
  }

  private void walk(Api admin, DemoFiles files) throws IOException {
    for (Path file : List.of(files.representatives(), files.accounts(), files.revenue())) {
      String kind = file.getFileName().toString().replace(".csv", "");
      String csv = Files.readString(file);
      timed("import " + kind, () -> load(admin, kind, csv));
    }
    LocalDate first = LocalDate.of(2026, 1, 1);
    String plan = plan(admin, first);
    String today =
        timed(
                "scenario from today's owners",
                () ->
                    admin.post(
                        "/plans/" + plan + "/scenarios",
                        Map.of("name", "Today", "source", "TODAY")))
            .json()
            .get("id")
            .asString();
    publish(admin, today, first, "publication of today");
    JsonNode designed =
        timed(
            "design over ZIP areas, QUICK",
            () -> {
              Answer job = admin.post("/scenarios/" + today + "/design", Map.of("effort", "quick"));
              return admin.follow(job.json().get("id").asString());
            });
    String proposed = designed.get("resultScenarioId").asString();
    edits(admin, proposed);
    timed("key figures", () -> admin.get("/scenarios/" + proposed + "/kpis"));
    timed(
        "dry run of the proposal",
        () ->
            admin.post(
                "/scenarios/" + proposed + "/publications/dry-run",
                Map.of("effectiveFrom", "2026-12-01")));
    publish(admin, proposed, LocalDate.of(2026, 12, 1), "publication of the proposal");
    oneAccount(admin, proposed);
  }

  private void oneAccount(Api admin, String scenario) {
    Answer made =
        timed(
            "one account more",
            () ->
                admin.post(
                    "/accounts",
                    Map.of(
                        "externalId",
                        "X-1",
                        "name",
                        "One more",
                        "address",
                        Map.of("postcode", "60614", "country", "US"))));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    timed("scenario read after it", () -> admin.get("/scenarios/" + scenario));
    timed("accounts listed after it", () -> admin.get("/accounts?limit=50"));
  }

  private void edits(Api admin, String scenario) {
    timed("scenario read, first", () -> admin.get("/scenarios/" + scenario));
    median("scenario read", () -> admin.get("/scenarios/" + scenario));
    JsonNode units =
        median("units read", () -> admin.get("/scenarios/" + scenario + "/units")).json();
    median("points read", () -> admin.get("/accounts/points"));
    JsonNode summary = admin.get("/scenarios/" + scenario).json();
    List<String> some = new ArrayList<>();
    for (int k = 0; some.size() < MOVED; k++) {
      some.add(units.get("unitIds").get(k * 37).asString());
    }
    int[] turn = new int[1];
    median(
        "move of 200 units",
        () -> {
          String to = summary.get("territories").get(turn[0]++ % 2).get("code").asString();
          return admin.post(
              "/scenarios/" + scenario + "/moves",
              Map.of("unitIds", some, "to", to),
              "If-Match",
              admin.get("/scenarios/" + scenario).etag());
        },
        () -> admin.get("/scenarios/" + scenario));
  }

  private void publish(Api admin, String scenario, LocalDate from, String step) {
    Answer made =
        timed(
            step,
            () ->
                admin.post(
                    "/scenarios/" + scenario + "/publications",
                    Map.of("effectiveFrom", from.toString()),
                    "Idempotency-Key",
                    step));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static JsonNode load(Api admin, String kind, String csv) {
    Answer job =
        admin.upload("/imports/" + kind + "?goodRowsOnly=true&asOf=2026-10-01", kind + ".csv", csv);
    JsonNode ended = admin.follow(job.json().get("id").asString());
    assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return ended;
  }

  private static String plan(Api admin, LocalDate first) {
    Answer plan =
        admin.post(
            "/plans",
            Map.of(
                "name", "Scale",
                "from", first.toString(),
                "to", first.plusYears(2).toString(),
                "country", "US",
                "unitKind", "POSTCODE"));
    return plan.json().get("id").asString();
  }

  private <T> T timed(String step, Supplier<T> work) {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begin = System.nanoTime();
    T result = work.get();
    tell(step, System.nanoTime() - begin);
    return result;
  }

  private Answer median(String step, Supplier<Answer> work) {
    return median(step, work, () -> {});
  }

  /** The middle of some runs, each less the time of what it needs beforehand. */
  private Answer median(String step, Supplier<Answer> work, Runnable beforehand) {
    List<Long> nanos = new ArrayList<>();
    Answer last = work.get();
    for (int k = 0; k < REPEATED; k++) {
      long early = System.nanoTime();
      beforehand.run();
      long begin = System.nanoTime();
      last = work.get();
      nanos.add(System.nanoTime() - begin - (begin - early));
      assertThat(last.status()).as(last.text()).isEqualTo(200);
    }
    nanos.sort(null);
    tell(step + ", median of " + REPEATED, nanos.get(REPEATED / 2));
    return last;
  }

  private void tell(String step, long nanos) {
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    String row = "| %s | %.3f s | %s MB | %.1f |\n".formatted(step, nanos / 1e9, peak >> 20, load);
    try {
      Files.writeString(FIGURES, row, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
