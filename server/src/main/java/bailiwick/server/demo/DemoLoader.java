package bailiwick.server.demo;

import bailiwick.core.design.Effort;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.generate.DemoCompany;
import bailiwick.intake.generate.DemoFiles;
import bailiwick.intake.generate.DemoSettings;
import bailiwick.intake.table.TableSource;
import bailiwick.server.atlas.Geography;
import bailiwick.server.folder.DataFolder;
import bailiwick.server.intake.FileLoader;
import bailiwick.server.intake.ImportFlags;
import bailiwick.server.intake.ImportKind;
import bailiwick.server.intake.LoadWatch;
import bailiwick.server.job.JobWire.Job;
import bailiwick.server.job.JobWire.JobState;
import bailiwick.server.job.Jobs;
import bailiwick.server.plan.PlanWire.NewPlan;
import bailiwick.server.plan.PlanWire.NewScenario;
import bailiwick.server.plan.PlanWire.PlanUnitKind;
import bailiwick.server.plan.PlanWire.PlanView;
import bailiwick.server.plan.PlanWire.ScenarioSource;
import bailiwick.server.plan.Plans;
import bailiwick.server.problem.ProblemItem;
import bailiwick.server.publication.Publications;
import bailiwick.server.scenario.DesignWire.WrittenBrief;
import bailiwick.server.scenario.Designs;
import bailiwick.server.scenario.Scenarios;
import bailiwick.store.Store;
import bailiwick.store.account.Extent;
import bailiwick.store.company.Company;
import bailiwick.store.job.JobId;
import bailiwick.store.plan.Plan;
import bailiwick.store.plan.PlanId;
import bailiwick.store.scenario.ScenarioId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the demo company ready to use, step by step: generated, imported by the same way as any
 * file, planned, today's owners published, new territories designed beside them. Each step that was
 * done before is left alone, so a second start finds everything done and a broken one goes on.
 */
public class DemoLoader {

  private static final String WHO = "demo";
  private static final String NAME = "Meridian Medical Supply";
  private static final String PLAN = "New business";
  private static final String TODAY = "Today";
  private static final String PROPOSED = "Proposed";
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final double TOLERANCE = 0.10;
  private static final double DISRUPTION_WEIGHT = 0.1;

  private final DataFolder folder;
  private final Store store;
  private final Geography geography;
  private final FileLoader loader;
  private final Plans plans;
  private final Scenarios scenarios;
  private final Designs designs;
  private final Publications publications;
  private final Jobs jobs;
  private final bailiwick.server.company.Today today;

  /** Loads into a running server. */
  public DemoLoader(
      DataFolder folder,
      Store store,
      Geography geography,
      FileLoader loader,
      Plans plans,
      Scenarios scenarios,
      Designs designs,
      Publications publications,
      Jobs jobs,
      bailiwick.server.company.Today today) {
    this.folder = folder;
    this.store = store;
    this.geography = geography;
    this.loader = loader;
    this.plans = plans;
    this.scenarios = scenarios;
    this.designs = designs;
    this.publications = publications;
    this.jobs = jobs;
    this.today = today;
  }

  /** Whether everything is there already. */
  public boolean isDone() {
    return store.plans().list().stream().anyMatch(plan -> has(plan, TODAY) && has(plan, PROPOSED));
  }

  /**
   * Loads the demo company.
   *
   * @param settings which company
   * @param progress told one line at a time what is being done
   * @throws ProblemException when the folder or the store cannot take it
   */
  public void load(DemoSettings settings, Consumer<String> progress) {
    load(settings, Effort.BALANCED, progress);
  }

  /**
   * Loads the demo company with a design that searches so hard.
   *
   * @throws ProblemException when the folder or the store cannot take it
   */
  public void load(DemoSettings settings, Effort effort, Consumer<String> progress) {
    if (isDone()) {
      progress.accept("The demo company is ready.");
      return;
    }
    if (store.accounts().count() == 0) {
      importFiles(settings, progress);
    }
    Plan plan = plan(settings);
    if (!has(plan, TODAY)) {
      progress.accept("Drawing today's territories from the owners.");
      plans.createScenario(
          plan.id(), new NewScenario(TODAY, ScenarioSource.TODAY, null, null), WHO);
    }
    ScenarioId base = scenarios.today(plan.id()).orElseThrow();
    if (store.publications().list(plan.id()).isEmpty()) {
      progress.accept("Publishing today's owners.");
      publications.publish(base, plan.from(), "demo-today", WHO);
    }
    design(base, effort, progress);
    progress.accept("The demo company is ready.");
  }

  private boolean has(Plan plan, String scenario) {
    return store.scenarios().list(plan.id()).stream().anyMatch(s -> s.name().equals(scenario));
  }

  private void importFiles(DemoSettings settings, Consumer<String> progress) {
    Company company = store.company().find().orElse(null);
    if (company == null) {
      store.company().save(new Company(NAME, ZONE, "USD", 1, 0), WHO);
    }
    progress.accept("Making a company of %s accounts.".formatted(settings.accounts()));
    DemoFiles files = generate(settings, folder.demo());
    load(ImportKind.REPRESENTATIVES, files.representatives(), settings, progress);
    load(ImportKind.ACCOUNTS, files.accounts(), settings, progress);
    load(ImportKind.OPPORTUNITIES, files.opportunities(), settings, progress);
    load(ImportKind.ACTIVITIES, files.activities(), settings, progress);
    load(ImportKind.REVENUE, files.revenue(), settings, progress);
    load(ImportKind.QUOTAS, files.quotas(), settings, progress);
  }

  private DemoFiles generate(DemoSettings settings, Path into) {
    try {
      return new DemoCompany(geography.atlas()).generate(settings, into, accounts -> {});
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The planted faults make some rows unusable; the good ones are loaded, as a planner would. */
  private void load(ImportKind kind, Path file, DemoSettings settings, Consumer<String> progress) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    progress.accept("Importing the %s.".formatted(name));
    ImportFlags flags = ImportFlags.GUESSED.keeping(true, settings.today()).holding(Extent.WHOLE);
    FileLoader.Loaded loaded = loader.load(kind, TableSource.of(file), flags, WHO, LoadWatch.NONE);
    if (!loaded.loaded()) {
      throw new ProblemException(loaded.report().problems());
    }
    progress.accept(
        "  %s rows, %s accepted, %s rejected, %s repaired."
            .formatted(
                loaded.report().counts().rows(),
                loaded.report().counts().accepted(),
                loaded.report().counts().rejected(),
                loaded.report().counts().repaired()));
  }

  private Plan plan(DemoSettings settings) {
    List<Plan> there = store.plans().list();
    if (!there.isEmpty()) {
      return there.getFirst();
    }
    LocalDate first = earlier(settings.today(), today.date()).withDayOfYear(1);
    PlanView made =
        plans.create(
            new NewPlan(PLAN, first, first.plusYears(2), "US", PlanUnitKind.POSTCODE, null), WHO);
    return store.plans().get(new PlanId(UUID.fromString(made.id())));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private void design(ScenarioId base, Effort effort, Consumer<String> progress) {
    progress.accept("Designing territories, potential within 10 %.");
    Job job = designs.submit(base, brief(effort), WHO);
    Job ended = await(job, progress);
    if (ended.state() != JobState.SUCCEEDED) {
      String why =
          ended.problems().stream().findFirst().map(ProblemItem::message).orElse(ended.message());
      progress.accept("  No design: " + why);
    } else {
      progress.accept("  " + ended.message());
    }
  }

  private static WrittenBrief brief(Effort effort) {
    ObjectNode brief = JsonNodeFactory.instance.objectNode();
    brief.put("name", PROPOSED);
    brief.putArray("measures").addObject().put("name", "potential").put("tolerance", TOLERANCE);
    brief.put("disruptionWeight", DISRUPTION_WEIGHT);
    brief.put("effort", effort.word());
    return new WrittenBrief(brief);
  }

  private Job await(Job job, Consumer<String> progress) {
    try {
      return jobs.await(new JobId(UUID.fromString(job.id())), news -> progress.accept("  " + news));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return job;
    }
  }
}
