package bailiwick.store.publication;

import bailiwick.core.account.FamilyPolicy;
import bailiwick.core.alignment.Alignment;
import bailiwick.core.alignment.TerritoryCode;
import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.rules.cover.Waiver;
import bailiwick.store.audit.AuditLog;
import bailiwick.store.database.Database;
import bailiwick.store.database.Rows;
import bailiwick.store.ledger.Bitemporal;
import bailiwick.store.ledger.Cause;
import bailiwick.store.ledger.Change;
import bailiwick.store.ledger.PublicationId;
import bailiwick.store.ledger.RuledOwnership;
import bailiwick.store.plan.LayerId;
import bailiwick.store.plan.PlanId;
import bailiwick.store.plan.PlanRepository;
import bailiwick.store.publication.Preparation.Prepared;
import bailiwick.store.publication.Publication.Accepted;
import bailiwick.store.quality.Acceptance;
import bailiwick.store.quality.QualityLimits;
import bailiwick.store.quality.QualityRepository;
import bailiwick.store.review.ReviewAct;
import bailiwick.store.review.ReviewRepository;
import bailiwick.store.scenario.ScenarioId;
import bailiwick.store.scenario.ScenarioRepository;
import bailiwick.store.scenario.ScenarioTerritories;
import bailiwick.store.scenario.ScenarioTerritory;
import bailiwick.store.scenario.TerritoryNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publishes alignments: a dry run first, then one atomic step. Thread-safe. */
public final class PublicationRepository {

  private static final String COLUMNS =
      "publication.id, plan_id, scenario_id, scenario_name, layer_id, effective_from,"
          + " publication.accounts, moved, publication.who, publication.why, published_at, doubtful_share, doubtful_accepted_by, doubtful_accepted_why,"
          + " waived_by, waived_why, waived_leaves, undo.who AS undone_by, undo.why AS undone_why,"
          + " undo.at AS undone_at, undo.accounts AS undone_accounts, undo.kept AS undone_kept";

  private static final String FROM =
      " FROM publication LEFT JOIN publication_undo AS undo ON undo.publication_id = publication.id ";

  private static final String SELECT = "SELECT " + COLUMNS + FROM;

  private static final String RULES =
      "SELECT "
          + COLUMNS
          + """
          , rule_text, rule_document, publication.families,
            (SELECT min(later.effective_from) FROM standing_publication AS later
             WHERE later.layer_id = publication.layer_id
               AND later.effective_from > publication.effective_from) AS until_day
          """
          + FROM;

  private final Database database;
  private final PlanRepository plans;
  private final AuditLog audit;
  private final Preparation preparation;
  private final DryRunReport report;
  private final RuledOwnership ownership;
  private final Bitemporal placement;
  private final ScenarioTerritories territories;
  private final QualityRepository quality;
  private final PublicationUndo undo;
  private final ReviewRepository reviews;

  /** Publishes into a database. */
  public PublicationRepository(
      Database database,
      ScenarioRepository scenarios,
      PlanRepository plans,
      AuditLog audit,
      QualityRepository quality,
      ReviewRepository reviews) {
    this.database = database;
    this.plans = plans;
    this.audit = audit;
    this.quality = quality;
    this.reviews = reviews;
    this.preparation = new Preparation(database, scenarios, plans);
    this.report = new DryRunReport(database);
    this.ownership = new RuledOwnership(database);
    this.placement = Bitemporal.placement(database);
    this.territories = ScenarioTerritories.ofPublications(database);
    this.undo = new PublicationUndo(database, audit);
  }

  /**
   * Says what {@link #publish} would do; writes nothing.
   *
   * @throws ProblemException with {@code STORE_STALE_VERSION} when the scenario has changed, {@code
   *     PUBLICATION_UNKNOWN_ACCOUNTS} when an account is gone
   */
  public DryRun dryRun(PublicationRequest request, Decisions decisions) {
    return database.inDiscardedTransaction(() -> {
      Prepared prepared = preparation.prepare(request, decisions);
      DryRun counted = report.count(prepared, decisions, basis(prepared));
      UUID change =
          prepared.turn().record(new Change(Cause.PUBLICATION, request.who(), request.why()), null);
      place(request, prepared, change);
      List<Problem> hindrances = new ArrayList<>(findUnreleased(request, prepared));
      hindrances.addAll(ownership.findUnstable(prepared.plan().layer()));
      return counted.with(hindrances);
    });
  }

  /**
   * Shows every account that {@link #publish} would move, the largest potential first; writes
   * nothing. Their figures add up to those of {@link #dryRun}.
   *
   * @throws ProblemException as {@link #dryRun}
   */
  public void forEachMove(
      PublicationRequest request, Decisions decisions, Consumer<AccountMove> consumer) {
    database.inDiscardedTransaction(() -> {
      report.forEachMove(preparation.prepare(request, decisions), consumer);
      return decisions;
    });
  }

  /**
   * Publishes in one transaction: rule set, territories and seats, placements, ledger, audit entry.
   * Killed in the middle, nothing of it has happened. A repeated idempotency key returns the first
   * publication and changes nothing.
   *
   * @throws ProblemException with {@code STORE_STALE_VERSION} when the scenario has changed, {@code
   *     PUBLICATION_UNKNOWN_ACCOUNTS} when an account is gone, {@code PUBLICATION_KEY_REUSED} when
   *     the key belongs to another publication, {@code PUBLICATION_DATA_DOUBTFUL} when more of the
   *     potential is doubtful than the company allows and nobody has accepted it, {@code
   *     PUBLICATION_GAP} when something is nobody's and nobody waived so much, {@code
   *     PUBLICATION_NOT_APPROVED} when it is in review or the company asks for an approval that it
   *     lacks, {@code PUBLICATION_STALE} when somebody else published or took back since the basis
   *     or the approval, or a {@code STABILITY_…} problem when accounts would move more often than
   *     the layer allows
   */
  public Publication publish(PublicationRequest request, Decisions decisions) {
    return database.inTransaction(() -> {
      // One publication at a time asks for the key, so that a repetition sent before the first
      // one's answer waits for it.
      database
          .jdbc()
          .sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 1))")
          .param("key", request.idempotencyKey())
          .query(row -> {});
      return findRepeated(request.idempotencyKey(), request.scenario(), request.effectiveFrom())
          .orElseGet(() -> carryOut(request, decisions));
    });
  }

  /**
   * The publication that a request with an idempotency key repeats, empty when it is the first.
   *
   * @throws ProblemException with {@code PUBLICATION_KEY_REUSED} when the key belongs to another
   */
  public Optional<Publication> findRepeated(String key, ScenarioId scenario, LocalDate from) {
    Optional<Publication> first = findByKey(key);
    first
        .filter(one -> !one.scenario().equals(scenario) || !one.effectiveFrom().equals(from))
        .ifPresent(other -> {
          throw ProblemException.of(
              new PublicationProblem.KeyReused(
                  key, other.scenarioName(), other.effectiveFrom().toString()));
        });
    return first;
  }

  private Publication carryOut(PublicationRequest request, Decisions decisions) {
    Prepared prepared = preparation.prepare(request, decisions);
    requireReleased(request, prepared);
    Accepted accepted = requireBelievable(request);
    Waiver waiver = request.rules().requireOwned(request.waiver()).orElse(null);
    PublicationId id = new PublicationId(database.newId());
    insert(id, request, prepared, decisions.size(), accepted, waiver);
    territories.write(id.value(), prepared.scenario().territories());
    LayerId layer = prepared.plan().layer();
    UUID change =
        prepared.turn().record(new Change(Cause.PUBLICATION, request.who(), request.why()), id);
    place(request, prepared, change); // first: an account that goes with its person does not move
    ownership.requireStable(layer);
    ownership.apply(layer, change, prepared.turn().recordedAt());
    audit.append(request.who(), "plan.published", id.toString(), auditDetail(request, prepared));
    return find(id).orElseThrow();
  }

  private Basis basis(Prepared prepared) {
    return Basis.of(reviews.findBasis(prepared.plan().layer()));
  }

  private void requireReleased(PublicationRequest request, Prepared prepared) {
    List<Problem> found = findUnreleased(request, prepared);
    if (!found.isEmpty()) {
      throw new ProblemException(found);
    }
  }

  /** Whether it was approved where it must be, and whether what it was looked at on still holds. */
  private List<Problem> findUnreleased(PublicationRequest request, Prepared prepared) {
    List<Problem> found = new ArrayList<>();
    reviews.findHindrance(prepared.scenario()).ifPresent(found::add);
    Basis now = basis(prepared);
    Optional<Basis> approved =
        reviews
            .findOpen(request.scenario())
            .filter(step -> step.act() == ReviewAct.APPROVE)
            .map(step -> new Basis(step.basis()));
    Stream.concat(approved.stream(), Stream.ofNullable(request.basis()))
        .filter(basis -> !basis.equals(now))
        .findFirst()
        .ifPresent(basis -> found.add(stale(basis, now)));
    return found;
  }

  /** Who took back what it rests on, or who published what since. */
  private PublicationProblem stale(Basis looked, Basis now) {
    PublicationId before = looked.publication();
    Publication rested = before == null ? null : get(before);
    Publication.Undone undone = rested == null ? null : rested.undone();
    if (rested != null && undone != null) {
      return new PublicationProblem.Stale(
          rested.scenarioName(), rested.effectiveFrom(), true, undone.who(), undone.at());
    }
    PublicationId last = now.publication();
    if (last == null) {
      throw Database.notFound("publication of the layer", looked.print());
    }
    Publication newest = get(last);
    return new PublicationProblem.Stale(
        newest.scenarioName(), newest.effectiveFrom(), false, newest.who(), newest.publishedAt());
  }

  /** What stands in the way of publishing because of the data; empty when nothing does. */
  public Optional<PublicationProblem> findDoubt(ScenarioId scenario, DataDoubt doubt) {
    Double most = most();
    if (most == null) {
      return Optional.empty();
    }
    if (doubt.share().isEmpty()) {
      return Optional.of(new PublicationProblem.DataUnseen(most));
    }
    double share = doubt.share().getAsDouble();
    return share <= most || findAcceptance(scenario, share).isPresent()
        ? Optional.empty()
        : Optional.of(new PublicationProblem.DataDoubtful(share, most, doubt.worst()));
  }

  private @Nullable Double most() {
    QualityLimits limits = quality.findLimits().orElse(null);
    return limits == null ? null : limits.mostDoubtfulShare();
  }

  private Optional<Acceptance> findAcceptance(ScenarioId scenario, double share) {
    return quality.findAcceptance(scenario).filter(one -> one.covers(share));
  }

  /** Who accepted the doubt, null when there is less than the company allows. */
  private @Nullable Accepted requireBelievable(PublicationRequest request) {
    findDoubt(request.scenario(), request.doubt())
        .ifPresent(problem -> {
          throw ProblemException.of(problem);
        });
    Double most = most();
    double share = request.doubt().share().orElse(0);
    if (most == null || share <= most) {
      return null;
    }
    Acceptance one = findAcceptance(request.scenario(), share).orElseThrow();
    return new Accepted(one.who(), one.why());
  }

  private void insert(
      PublicationId id,
      PublicationRequest request,
      Prepared prepared,
      int accounts,
      @Nullable Accepted accepted,
      @Nullable Waiver waiver) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO publication (id, plan_id, scenario_id, scenario_name, layer_id,
              effective_from, idempotency_key, accounts, moved, rule_text, rule_document,
              territory_of, who, why, published_at, doubtful_share, doubtful_accepted_by,
              doubtful_accepted_why, waived_by, waived_why, waived_leaves, families)
            SELECT :id, :plan, :scenario, :scenarioName, :layer, :from, :key, :accounts, :moved,
              :ruleText, CAST(:ruleDocument AS json), territory_of, :who, :why, :at, :doubtful, :acceptedBy,
              :acceptedWhy, :waivedBy, :waivedWhy, :waivedLeaves, :families
            FROM scenario_alignment WHERE scenario_id = :scenario
            """)
        .param("id", id.value())
        .param("plan", prepared.plan().id().value())
        .param("scenario", request.scenario().value())
        .param("scenarioName", prepared.scenario().name())
        .param("layer", prepared.plan().layer().value())
        .param("from", request.effectiveFrom())
        .param("key", request.idempotencyKey())
        .param("accounts", accounts)
        .param("moved", prepared.moved())
        .param("ruleText", request.rules().text())
        .param("ruleDocument", request.ruleDocument())
        .param("who", request.who())
        .param("why", request.why())
        .param("at", Database.at(prepared.turn().recordedAt()))
        .param("doubtful", orNull(request.doubt().share()), Types.DOUBLE)
        .param("acceptedBy", accepted == null ? null : accepted.who(), Types.VARCHAR)
        .param("acceptedWhy", accepted == null ? null : accepted.why(), Types.VARCHAR)
        .param("families", prepared.plan().families().name())
        .param("waivedBy", waiver == null ? null : waiver.who(), Types.VARCHAR)
        .param("waivedWhy", waiver == null ? null : waiver.why(), Types.VARCHAR)
        .param("waivedLeaves", waiver == null ? null : waiver.leaves(), Types.INTEGER)
        .update();
  }

  private void place(PublicationRequest request, Prepared prepared, UUID change) {
    var seats = preparation.seats(prepared);
    placement.state(rows ->
        seats.forEach((seat, representative) ->
            rows.id(seat)
                .id(representative == null ? null : representative.value())
                .day(request.effectiveFrom())
                .day(prepared.until())
                .end()));
    UUID layer = prepared.plan().layer().value();
    placement.keepNews(layer);
    placement.apply(layer, change, prepared.turn().recordedAt());
  }

  /**
   * Says what {@link #undo} would do; writes nothing.
   *
   * @throws ProblemException as {@link #undo}
   */
  public UndoPreview undoDryRun(PublicationId id) {
    return undo.dryRun(get(id));
  }

  /**
   * Takes back the last publication of a layer, in one transaction: every account that nobody has
   * changed since has again the owner that it had, every seat its person, and the rules in force
   * before are in force again. All of it is recorded anew; nothing is deleted.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}, {@code PUBLICATION_UNDONE} when it was
   *     taken back already, {@code PUBLICATION_NOT_LAST} when a later one rests on it
   */
  public Publication undo(PublicationId id, String who, String why) {
    undo.undo(get(id), who, why);
    return get(id);
  }

  /** Ids and dates only, so nothing needs escaping. */
  private static String auditDetail(PublicationRequest request, Prepared prepared) {
    return "{\"plan\":\"%s\",\"scenario\":\"%s\",\"effectiveFrom\":\"%s\",\"moved\":%s}"
        .formatted(
            prepared.plan().id(), request.scenario(), request.effectiveFrom(), prepared.moved());
  }

  /** The publication of an idempotency key. */
  public Optional<Publication> findByKey(String idempotencyKey) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE idempotency_key = :key")
        .param("key", idempotencyKey)
        .query(PublicationRepository::map)
        .optional();
  }

  /** The publication of an id. */
  public Optional<Publication> find(PublicationId id) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE publication.id = :id")
        .param("id", id.value())
        .query(PublicationRepository::map)
        .optional();
  }

  /**
   * The publication of an id that must exist.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Publication get(PublicationId id) {
    return find(id).orElseThrow(() -> Database.notFound("publication", id));
  }

  /** The publications of a plan, newest first, also those that were taken back. */
  public List<Publication> list(PlanId plan) {
    return database
        .jdbc()
        .sql(SELECT + "WHERE plan_id = :plan ORDER BY published_at DESC")
        .param("plan", plan.value())
        .query(PublicationRepository::map)
        .list();
  }

  /** Those of them that nobody took back. */
  public List<Publication> standing(PlanId plan) {
    return list(plan).stream().filter(Publication::stands).toList();
  }

  /** The rule set in force in a layer on a day. */
  public Optional<PublishedRules> rulesOn(LayerId layer, LocalDate day) {
    return database
        .jdbc()
        .sql(
            RULES
                + """
                WHERE layer_id = :layer AND effective_from <= :day AND undo.at IS NULL
                ORDER BY effective_from DESC, published_at DESC LIMIT 1
                """)
        .param("layer", layer.value())
        .param("day", day)
        .query(PublicationRepository::mapRules)
        .optional()
        .map(this::complete);
  }

  /** The rule set published with a publication. */
  public Optional<PublishedRules> rules(PublicationId id) {
    return database
        .jdbc()
        .sql(RULES + "WHERE publication.id = :id")
        .param("id", id.value())
        .query(PublicationRepository::mapRules)
        .optional()
        .map(this::complete);
  }

  /**
   * The alignment as it was published, whatever became of the scenario.
   *
   * @throws ProblemException with {@code STORE_NOT_FOUND}
   */
  public Alignment alignment(PublicationId id) {
    Publication publication = get(id);
    List<TerritoryCode> codes =
        territories.read(id.value()).stream().map(ScenarioTerritory::code).toList();
    byte[] packed =
        database
            .jdbc()
            .sql("SELECT territory_of FROM publication WHERE id = :id")
            .param("id", id.value())
            .query((row, number) -> row.getBytes(1))
            .single();
    return Alignment.of(plans.units(publication.plan()), codes, TerritoryNumbers.unpack(packed));
  }

  private PublishedRules complete(PublishedRules row) {
    return new PublishedRules(
        row.publication(),
        row.until(),
        row.text(),
        row.document(),
        territories.read(row.publication().id().value()),
        row.families());
  }

  /** The rules without their territories, which are read from their own table. */
  private static PublishedRules mapRules(ResultSet row, int number) throws SQLException {
    return new PublishedRules(
        map(row, number),
        Rows.findDay(row, "until_day"),
        Rows.text(row, "rule_text"),
        Rows.text(row, "rule_document"),
        List.of(),
        FamilyPolicy.valueOf(Rows.text(row, "families")));
  }

  private static Publication map(ResultSet row, int number) throws SQLException {
    return new Publication(
        new PublicationId(Rows.id(row, "id")),
        new PlanId(Rows.id(row, "plan_id")),
        new ScenarioId(Rows.id(row, "scenario_id")),
        Rows.text(row, "scenario_name"),
        new LayerId(Rows.id(row, "layer_id")),
        Rows.day(row, "effective_from"),
        row.getLong("accounts"),
        row.getLong("moved"),
        Rows.text(row, "who"),
        Rows.text(row, "why"),
        Rows.instant(row, "published_at"),
        doubtfulShare(row),
        accepted(row),
        waiver(row),
        undone(row));
  }

  private static Publication.@Nullable Undone undone(ResultSet row) throws SQLException {
    Instant at = Rows.findInstant(row, "undone_at");
    return at == null
        ? null
        : new Publication.Undone(
            Rows.text(row, "undone_by"),
            Rows.text(row, "undone_why"),
            at,
            row.getLong("undone_accounts"),
            row.getLong("undone_kept"));
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static OptionalDouble doubtfulShare(ResultSet row) throws SQLException {
    double share = row.getDouble("doubtful_share");
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(share);
  }

  private static @Nullable Waiver waiver(ResultSet row) throws SQLException {
    String who = row.getString("waived_by");
    return who == null
        ? null
        : new Waiver(who, Rows.text(row, "waived_why"), row.getInt("waived_leaves"));
  }

  private static @Nullable Accepted accepted(ResultSet row) throws SQLException {
    String who = row.getString("doubtful_accepted_by");
    return who == null ? null : new Accepted(who, Rows.text(row, "doubtful_accepted_why"));
  }
}
