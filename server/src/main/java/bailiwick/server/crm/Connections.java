package bailiwick.server.crm;

import bailiwick.core.problem.ProblemException;
import bailiwick.intake.crm.CrmIdentity;
import bailiwick.intake.crm.CrmKind;
import bailiwick.intake.crm.CrmPatience;
import bailiwick.intake.crm.CrmSystem;
import bailiwick.intake.crm.CrmUsage;
import bailiwick.intake.crm.Pauses;
import bailiwick.server.crm.ConnectionWire.ConnectionRequest;
import bailiwick.server.crm.ConnectionWire.ConnectionTest;
import bailiwick.server.crm.ConnectionWire.ConnectionUpdate;
import bailiwick.server.crm.ConnectionWire.ConnectionView;
import bailiwick.server.crm.ConnectionWire.PulledKind;
import bailiwick.server.problem.ServerProblem;
import bailiwick.store.Store;
import bailiwick.store.crm.ConnectionId;
import bailiwick.store.crm.NewConnection;
import bailiwick.store.crm.PullState;
import bailiwick.store.crm.StoredConnection;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Connections to CRMs: made, listed, tried. Their secrets go in and never come out. */
public class Connections {

  private final Store store;
  private final CrmClients clients;
  private final JsonMapper json;
  private final CrmJobs jobs;

  /** Connections of a store. */
  public Connections(Store store, CrmClients clients, JsonMapper json, CrmJobs jobs) {
    this.jobs = jobs;
    this.store = store;
    this.clients = clients;
    this.json = json;
  }

  List<ConnectionView> list() {
    return store.crm().list().stream().map(this::view).toList();
  }

  ConnectionView view(ConnectionId id) {
    return view(store.crm().get(id));
  }

  ConnectionView create(ConnectionRequest request, String who) {
    CrmSystem system = request.system();
    NewConnection made =
        new NewConnection(
            request.name().strip(),
            system.name(),
            address(system, request.address()).toString(),
            source(system, request.source()),
            text(request.territoryField()));
    requireFreeSource(made);
    ConnectionId id = store.crm().newId();
    StoredConnection unsaved = unsaved(id, made);
    clients.requireReachable(unsaved); // before anything is kept
    byte[] secret = clients.closed(id, CredentialsText.read(system, request.credentials()));
    return store.inTransaction(() -> {
      StoredConnection saved = store.crm().create(id, made, secret, who);
      tell(who, "crm.connect", saved);
      return view(saved);
    });
  }

  /** A name that is taken is told by the store. */
  private void requireFreeSource(NewConnection made) {
    List<StoredConnection> others = store.crm().list();
    if (others.stream().anyMatch(other -> other.name().equals(made.name()))) {
      return;
    }
    others.stream()
        .filter(other -> other.source().equals(made.source()))
        .findFirst()
        .ifPresent(other -> {
          throw ProblemException.of(new ConnectionProblem.SourceTaken(made.source(), other.name()));
        });
  }

  ConnectionView update(ConnectionId id, ConnectionUpdate request, String who) {
    StoredConnection before = store.crm().get(id);
    CrmSystem system = CrmSystem.valueOf(before.system());
    NewConnection changed =
        new NewConnection(
            before.name(),
            before.system(),
            request.address() == null
                ? before.address()
                : address(system, request.address()).toString(),
            before.source(),
            request.territoryField() == null
                ? before.territoryField()
                : text(request.territoryField()));
    clients.requireReachable(unsaved(id, changed));
    if (request.credentials() == null && !isSameServer(before.address(), changed.address())) {
      throw ProblemException.of(
          new ConnectionProblem.CredentialsNeeded(before.name(), changed.address()));
    }
    byte @Nullable [] secret =
        request.credentials() == null
            ? null // the CRM may replace them before this is saved
            : clients.closed(id, CredentialsText.read(system, request.credentials()));
    Supplier<ConnectionView> change =
        () ->
            store.inTransaction(() -> {
              StoredConnection saved =
                  store.crm().update(id, changed.address(), changed.territoryField(), secret);
              tell(who, "crm.change", saved);
              return view(saved);
            });
    // Credentials may change at any time: a pull or push takes them at its next sign-in or call.
    boolean moves =
        !before.address().equals(changed.address())
            || !before.territoryField().equals(changed.territoryField());
    return moves ? jobs.whileIdle(before, change) : change.get();
  }

  /** Whether a secret that was entered for one address may go to the other. */
  private static boolean isSameServer(String one, String other) {
    return server(URI.create(one)).equals(server(URI.create(other)));
  }

  private static String server(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int usualPort = scheme.equals("https") ? 443 : 80;
    int port = address.getPort() < 0 ? usualPort : address.getPort();
    return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  void delete(ConnectionId id, String who) {
    StoredConnection gone = store.crm().get(id);
    jobs.whileIdle(
        gone,
        () ->
            store.inTransaction(() -> {
              tell(who, "crm.disconnect", gone);
              store.crm().delete(id);
              return id;
            }));
  }

  private void tell(String who, String action, StoredConnection connection) {
    store
        .audit()
        .append(
            who,
            action,
            connection.id().toString(),
            json.writeValueAsString(
                Map.of(
                    "name", connection.name(),
                    "system", connection.system(),
                    "address", connection.address())));
  }

  private static StoredConnection unsaved(ConnectionId id, NewConnection made) {
    return new StoredConnection(
        id,
        made.name(),
        made.system(),
        made.address(),
        made.source(),
        made.territoryField(),
        new byte[0],
        "",
        Instant.EPOCH);
  }

  private static URI address(CrmSystem system, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return system.usualAddress();
    }
    try {
      return URI.create(given.strip());
    } catch (IllegalArgumentException none) {
      throw ProblemException.of(
          new ServerProblem.Field("/address", "(%s) is no address".formatted(given.strip())));
    }
  }

  private static String source(CrmSystem system, @Nullable String given) {
    String text = text(given);
    return text.isEmpty() ? system.name().toLowerCase(Locale.ROOT) : text;
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  /** Signs in and reads one row of each kind. */
  ConnectionTest test(ConnectionId id) {
    CrmIdentity identity =
        clients.client(store.crm().get(id), Pauses.REAL, CrmPatience.OF_REQUESTS).test();
    return new ConnectionTest(
        identity.organisation(),
        identity.user(),
        identity.usage().map(CrmUsage::used).orElse(null),
        identity.usage().map(CrmUsage::allowed).orElse(null));
  }

  private ConnectionView view(StoredConnection connection) {
    Map<String, PullState> states =
        store.crm().pulled().states(connection.id()).stream()
            .collect(Collectors.toMap(PullState::kind, Function.identity()));
    return new ConnectionView(
        connection.id().toString(),
        connection.name(),
        CrmSystem.valueOf(connection.system()),
        connection.address(),
        connection.source(),
        connection.territoryField(),
        connection.createdBy(),
        connection.createdAt(),
        Arrays.stream(CrmKind.values())
            .map(kind -> pulled(kind, states.get(kind.name())))
            .toList());
  }

  private PulledKind pulled(CrmKind kind, @Nullable PullState state) {
    String report = state == null ? null : state.report();
    return new PulledKind(
        kind,
        state == null ? null : state.pulledAt(),
        state != null && !state.page().isEmpty(),
        report == null ? null : json.readValue(report, LoadedRows.class).accepted(),
        report == null ? null : json.readValue(report, LoadedRows.class).rejected());
  }
}
