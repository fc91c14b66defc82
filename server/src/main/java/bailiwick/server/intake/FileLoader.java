package bailiwick.server.intake;

import bailiwick.core.account.AccountId;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.account.AccountImport;
import bailiwick.intake.deal.AccountActivity;
import bailiwick.intake.deal.AccountRevenue;
import bailiwick.intake.deal.DealImport;
import bailiwick.intake.deal.Opportunity;
import bailiwick.intake.mapping.OwnField;
import bailiwick.intake.record.RecordImport;
import bailiwick.intake.report.ImportReport;
import bailiwick.intake.report.ImportSettings;
import bailiwick.intake.report.ImportWatch;
import bailiwick.intake.report.Rejections;
import bailiwick.intake.roster.RosterImport;
import bailiwick.intake.table.TableSource;
import bailiwick.rules.check.FurtherFields;
import bailiwick.server.account.AccountBooks;
import bailiwick.server.account.OwnerBook;
import bailiwick.server.account.Ownership;
import bailiwick.server.atlas.Geography;
import bailiwick.server.company.Today;
import bailiwick.server.duplicate.DomainMeetings;
import bailiwick.server.duplicate.Duplicates;
import bailiwick.server.potential.PotentialNotRenewed;
import bailiwick.server.potential.Potentials;
import bailiwick.server.problem.AfterLoad;
import bailiwick.server.problem.ServerProblem;
import bailiwick.server.roster.Roster;
import bailiwick.store.Store;
import bailiwick.store.account.LoadChanges;
import bailiwick.store.account.RowChange;
import bailiwick.store.measure.Contact;
import bailiwick.store.measure.Deal;
import bailiwick.store.measure.DealState;
import bailiwick.store.measure.Delivery;
import bailiwick.store.measure.MeasureLoad;
import bailiwick.store.measure.Quota;
import bailiwick.store.measure.Revenue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads a file of any kind, and loads it whole or not at all. Thread-safe. */
public final class FileLoader {

  /** Name of the system that ids of uploaded files belong to. */
  private static final String UPLOADED = "file";

  /** What a model of potential in force rests on. */
  private static final Set<ImportKind> ESTIMATED_FROM =
      EnumSet.of(
          ImportKind.ACCOUNTS, ImportKind.PROSPECTS, ImportKind.OPPORTUNITIES, ImportKind.REVENUE);

  private final String system;
  private final Store store;
  private final Geography geography;
  private final AccountBooks books;
  private final OwnerBook owners;
  private final Ownership ownership;
  private final Roster roster;
  private final Duplicates duplicates;
  private final Potentials potentials;
  private final Today today;
  private final AccountFiles accounts;
  private final RosterFiles people;
  private final RecordLoader records;

  /** Loads uploaded files into a store. */
  @Autowired
  public FileLoader(
      Store store,
      Geography geography,
      AccountBooks books,
      OwnerBook owners,
      Ownership ownership,
      Roster roster,
      Duplicates duplicates,
      Potentials potentials,
      Today today) {
    this(
        UPLOADED,
        store,
        geography,
        books,
        owners,
        ownership,
        roster,
        duplicates,
        potentials,
        today);
  }

  private FileLoader(
      String system,
      Store store,
      Geography geography,
      AccountBooks books,
      OwnerBook owners,
      Ownership ownership,
      Roster roster,
      Duplicates duplicates,
      Potentials potentials,
      Today today) {
    this.system = system;
    this.store = store;
    this.geography = geography;
    this.books = books;
    this.owners = owners;
    this.ownership = ownership;
    this.roster = roster;
    this.duplicates = duplicates;
    this.potentials = potentials;
    this.today = today;
    this.accounts = new AccountFiles(store, geography, system, this::ownFields);
    this.people = new RosterFiles(store, geography, system);
    this.records = new RecordLoader(store, geography, roster);
  }

  /** The same for rows of another system, to which their ids belong. */
  public FileLoader from(String other) {
    return new FileLoader(
        other, store, geography, books, owners, ownership, roster, duplicates, potentials, today);
  }

  /**
   * What a load did.
   *
   * @param report what was found in the file
   * @param loaded whether the accepted rows were kept
   * @param changes what the file changes or would change; null when that is not known
   * @param notes what is worth knowing beside
   */
  public record Loaded(
      ImportReport report, boolean loaded, @Nullable FileChanges changes, List<Problem> notes) {
    public Loaded {
      notes = List.copyOf(notes);
    }

    Loaded noting(List<? extends Problem> more) {
      List<Problem> all = new ArrayList<>(notes);
      all.addAll(more);
      return new Loaded(report, loaded, changes, all);
    }

    static Loaded nothing(ImportReport report) {
      return new Loaded(report, false, null, List.of());
    }
  }

  /** Fields of the company's own that the rules ask about, whose columns are looked for. */
  private List<OwnField> ownFields() {
    FurtherFields fields = ownership.fields();
    return fields.names().stream()
        .map(name -> new OwnField(name, text -> fields.isValue(name, text), fields.expected(name)))
        .toList();
  }

  /** Reads a file and tells what is in it; writes nothing. */
  ImportReport check(ImportKind kind, TableSource source, ImportFlags flags) {
    return check(kind, source, flags, Rejections.NONE);
  }

  /** Reads a file, writes nothing, and tells why rows are rejected. */
  ImportReport check(
      ImportKind kind, TableSource source, ImportFlags flags, Rejections rejections) {
    return check(kind, source, flags, settings(flags, ImportWatch.NONE).rejectingTo(rejections));
  }

  private ImportReport check(
      ImportKind kind, TableSource source, ImportFlags flags, ImportSettings settings) {
    return switch (kind) {
      case ACCOUNTS ->
          AccountImport.with(geography.atlas(), settings)
              .withOwn(ownFields())
              .read(source, flags.mapping(), row -> {});
      case REPRESENTATIVES ->
          RosterImport.with(geography.atlas(), settings).read(source, flags.mapping(), row -> {});
      case OPPORTUNITIES -> check(DealImport.opportunities(settings), source, flags);
      case ACTIVITIES -> check(DealImport.activities(settings), source, flags);
      case REVENUE -> check(DealImport.revenue(settings), source, flags);
      case QUOTAS -> check(DealImport.quotas(settings, new OwnerKeys(roster)::has), source, flags);
      case PROSPECTS ->
          AccountImport.with(geography.atlas(), settings)
              .prospects()
              .withOwn(ownFields())
              .read(source, flags.mapping(), row -> {});
      case CONTACTS, SITES, TERRITORIES, ASSIGNMENTS, PRODUCTS, TIME, MARKET ->
          check(records.reader(kind, settings), source, flags);
    };
  }

  private ImportReport check(RecordImport<?> reader, TableSource source, ImportFlags flags) {
    return reader.among(knownAccounts()::has).read(source, flags.mapping(), row -> {});
  }

  /**
   * Tells what a file would change, and writes nothing.
   *
   * @param watch told how far the reading is, and asked whether to go on
   */
  Loaded dryRun(ImportKind kind, TableSource source, ImportFlags flags, ImportWatch watch) {
    ImportSettings settings = settings(flags, watch);
    return switch (kind) {
      case ACCOUNTS -> {
        DomainMeetings met = new DomainMeetings();
        AccountFiles.Read read = accounts.dryRun(source, flags, settings, met);
        yield told(read.report(), read.changes().map(FileChanges.Merge::new).orElse(null))
            .noting(duplicates.foresee(met));
      }
      case REPRESENTATIVES -> {
        RosterFiles.Read read = people.read(source, flags, settings);
        LoadChanges changes = people.compare(read, flags.extent(), AccountFiles.SAMPLE);
        yield told(read.report(), new FileChanges.Merge(changes));
      }
      case PROSPECTS ->
          new ProspectFiles(store, geography, ownFields())
              .dryRun(settings, delivered(source, flags, ""));
      case OPPORTUNITIES,
          ACTIVITIES,
          REVENUE,
          QUOTAS,
          CONTACTS,
          SITES,
          TERRITORIES,
          ASSIGNMENTS,
          PRODUCTS,
          TIME,
          MARKET ->
          told(check(kind, source, flags, settings), new FileChanges.Replacement(delivered(kind)));
    };
  }

  private static Loaded told(ImportReport report, @Nullable FileChanges changes) {
    return new Loaded(report, false, changes, List.of());
  }

  /** The file that a file of figures takes the place of. */
  private Optional<Delivery> delivered(ImportKind kind) {
    return store.measures().deliveries().stream()
        .filter(each -> each.kind().name().equals(kind.name()) && each.source().equals(system))
        .findFirst();
  }

  /**
   * Hands on everything that a file would change, and writes nothing.
   *
   * @throws ProblemException for a kind of file that replaces the one before as a whole
   */
  ImportReport changes(
      ImportKind kind, TableSource source, ImportFlags flags, Consumer<RowChange> consumer) {
    ImportSettings settings = settings(flags, ImportWatch.NONE);
    return switch (kind) {
      case ACCOUNTS -> accounts.changes(source, flags, settings, consumer);
      case REPRESENTATIVES -> {
        RosterFiles.Read read = people.read(source, flags, settings);
        people.compare(read, flags.extent(), Integer.MAX_VALUE).sample().forEach(consumer);
        yield read.report();
      }
      case PROSPECTS ->
          new ProspectFiles(store, geography, ownFields())
              .changes(settings, delivered(source, flags, ""), consumer);
      case OPPORTUNITIES,
          ACTIVITIES,
          REVENUE,
          QUOTAS,
          CONTACTS,
          SITES,
          TERRITORIES,
          ASSIGNMENTS,
          PRODUCTS,
          TIME,
          MARKET ->
          throw ProblemException.of(
              new ServerProblem.Parameter(
                  "kind",
                  "must be accounts, prospects or representatives; a file of figures replaces the one before"
                      + " as a whole"));
    };
  }

  /**
   * Loads a file, and does what follows from it.
   *
   * @param watch told how far it is, and asked whether to go on
   */
  public Loaded load(
      ImportKind kind, TableSource source, ImportFlags flags, String who, LoadWatch watch) {
    Instant begin = store.now();
    Loaded loaded = load(kind, source, flags, settings(flags, watch), who);
    return loaded.loaded() ? loaded.noting(followed(kind, flags, who, watch, begin)) : loaded;
  }

  /**
   * What follows once rows are kept: nobody goes on with what was read before; the model in force
   * is worked out anew before prospects are settled, which looks at potential; those without an
   * owner get one, by rules that do not, and those that changed are decided anew.
   */
  private List<Problem> followed(
      ImportKind kind, ImportFlags flags, String who, LoadWatch watch, Instant begin) {
    List<Problem> notes = new ArrayList<>();
    boolean ofAccounts = kind == ImportKind.ACCOUNTS || kind == ImportKind.PROSPECTS;
    if (ofAccounts) {
      books.changed();
      owners.changed();
    }
    if (ESTIMATED_FROM.contains(kind)) {
      notes.addAll(renewed());
    }
    if (kind == ImportKind.ACCOUNTS) {
      notes.addAll(duplicates.settleProspects(flags.mergeProspects(), who, watch::goesOnAfter));
    }
    if (ofAccounts) {
      notes.addAll(decided(begin, who));
    }
    if (kind == ImportKind.OPPORTUNITIES) {
      notes.addAll(opportunitiesDecided());
    }
    return notes;
  }

  private List<Problem> decided(Instant begin, String who) {
    return AfterLoad.orTold(
        () -> {
          long proposed = ownership.decideChanged(begin, who).proposed();
          return proposed == 0 ? List.of() : List.of(new MovesProposed(proposed));
        },
        UnownedNotDecided::new);
  }

  private List<Problem> opportunitiesDecided() {
    return AfterLoad.orTold(
        () -> {
          ownership.decideOpportunities();
          return List.of();
        },
        OpportunitiesNotDecided::new);
  }

  private List<Problem> renewed() {
    return PotentialNotRenewed.unless(potentials::renew);
  }

  private Loaded load(
      ImportKind kind, TableSource source, ImportFlags flags, ImportSettings settings, String who) {
    return switch (kind) {
      case ACCOUNTS -> loadAccounts(source, flags, settings, who);
      case REPRESENTATIVES -> loadRepresentatives(source, flags, settings, who);
      case OPPORTUNITIES -> loadOpportunities(source, flags, settings, who);
      case ACTIVITIES -> loadActivities(source, flags, settings, who);
      case REVENUE -> loadRevenue(source, flags, settings, who);
      case QUOTAS -> loadQuotas(source, flags, settings, who);
      case PROSPECTS ->
          new ProspectFiles(store, geography, ownFields())
              .load(settings, delivered(source, flags, who));
      case CONTACTS, SITES, TERRITORIES, ASSIGNMENTS, PRODUCTS, TIME, MARKET ->
          records.load(kind, settings, knownAccounts(), delivered(source, flags, who));
    };
  }

  private Loaded loadAccounts(
      TableSource source, ImportFlags flags, ImportSettings settings, String who) {
    AccountFiles.Read read =
        accounts.load(source, flags, settings, report -> keeps(report, flags), who);
    if (read.changes().isEmpty()) {
      return Loaded.nothing(read.report());
    }
    return new Loaded(read.report(), true, new FileChanges.Merge(read.changes().get()), List.of());
  }

  private Loaded loadRepresentatives(
      TableSource source, ImportFlags flags, ImportSettings settings, String who) {
    RosterFiles.Read read = people.read(source, flags, settings);
    if (!keeps(read.report(), flags)) {
      return Loaded.nothing(read.report());
    }
    LoadChanges changes = people.compare(read, flags.extent(), AccountFiles.SAMPLE);
    people.save(read, who);
    roster.changed();
    owners.changed();
    return new Loaded(read.report(), true, new FileChanges.Merge(changes), List.of());
  }

  private Loaded loadOpportunities(
      TableSource source, ImportFlags flags, ImportSettings settings, String who) {
    AccountKeys accounts = knownAccounts();
    OwnerKeys people = new OwnerKeys(roster);
    ProductKeys products = new ProductKeys(store.records().products());
    return Delivered.replace(
        DealImport.opportunities(settings).among(accounts::has),
        store.measures().startDeals(system),
        row -> deal(row, accounts, people, products),
        () -> Stream.concat(people.problems().stream(), products.problems().stream()).toList(),
        delivered(source, flags, who));
  }

  /**
   * Notes that a source has no deals any more: those that it delivered before count no longer. A
   * source that delivered none is left alone.
   *
   * @param name what says so, as people call it
   * @return what is worth knowing beside
   */
  public List<Problem> clearDeals(String name, String who) {
    if (delivered(ImportKind.OPPORTUNITIES).filter(before -> before.rows() > 0).isEmpty()) {
      return List.of();
    }
    try (MeasureLoad<Deal> load = store.measures().startDeals(system)) {
      load.finish(name, today.date(), who);
    }
    return renewed();
  }

  private static Deal deal(
      Opportunity row, AccountKeys accounts, OwnerKeys people, ProductKeys products) {
    boolean open = row.state() == Opportunity.State.OPEN;
    return new Deal(
        row.externalId(),
        accounts.required(row.accountExternalId()),
        people.find(row.ownerKey()),
        products.known(row.productKey()),
        row.stage(),
        DealState.valueOf(row.state().name()),
        row.amountCents(),
        row.openedOn(),
        open ? row.closedOn() : null,
        open ? null : row.closedOn());
  }

  private Loaded loadActivities(
      TableSource source, ImportFlags flags, ImportSettings settings, String who) {
    AccountKeys accounts = knownAccounts();
    OwnerKeys people = new OwnerKeys(roster);
    return Delivered.replace(
        DealImport.activities(settings).among(accounts::has),
        store.measures().startContacts(system),
        (AccountActivity row) ->
            new Contact(
                accounts.required(row.accountExternalId()),
                people.find(row.ownerKey()),
                row.kind(),
                row.on(),
                row.count()),
        people::problems,
        delivered(source, flags, who));
  }

  private Loaded loadRevenue(
      TableSource source, ImportFlags flags, ImportSettings settings, String who) {
    AccountKeys accounts = knownAccounts();
    LocalDate asOf = asOf(flags);
    return Delivered.replace(
        DealImport.revenue(settings).among(accounts::has),
        store.measures().startRevenue(system),
        row -> revenue(row, accounts.required(row.accountExternalId()), asOf),
        List::of,
        delivered(source, flags, who));
  }

  /** A year that is not over covers its days up to the day of the file. */
  private static Revenue revenue(AccountRevenue row, AccountId account, LocalDate asOf) {
    LocalDate from = LocalDate.of(row.year(), 1, 1);
    LocalDate end = from.plusYears(1);
    LocalDate until = asOf.isAfter(from) && asOf.isBefore(end) ? asOf : end;
    return new Revenue(account, from, until, row.amountCents());
  }

  private Loaded loadQuotas(
      TableSource source, ImportFlags flags, ImportSettings settings, String who) {
    OwnerKeys people = new OwnerKeys(roster);
    return Delivered.replace(
        DealImport.quotas(settings, people::has),
        store.measures().startQuotas(system),
        row -> quota(row, people),
        people::problems,
        delivered(source, flags, who));
  }

  /** A quota of a territory stays when nobody knows its owner. */
  private static Quota quota(bailiwick.intake.deal.Quota row, OwnerKeys people) {
    return new Quota(
        row.territoryKey().isEmpty() ? null : new TerritoryCode(row.territoryKey()),
        people.find(row.ownerKey()),
        row.measure(),
        row.from(),
        row.until(),
        row.amountCents());
  }

  private Delivered delivered(TableSource source, ImportFlags flags, String who) {
    return new Delivered(source, flags, asOf(flags), who);
  }

  private AccountKeys knownAccounts() {
    return new AccountKeys(store, system);
  }

  private LocalDate asOf(ImportFlags flags) {
    return flags.asOf() == null ? today.date() : flags.asOf();
  }

  static boolean keeps(ImportReport report, ImportFlags flags) {
    return flags.goodRowsOnly() ? report.complete() : report.clean();
  }

  private ImportSettings settings(ImportFlags flags, ImportWatch watch) {
    String country =
        flags.country().isBlank()
            ? store.plans().list().stream().findFirst().map(plan -> plan.country()).orElse("US")
            : flags.country().strip();
    return ImportSettings.DEFAULT
        .withSource(system)
        .withCountry(country)
        .withTable(flags.table())
        .watchedBy(watch);
  }
}
