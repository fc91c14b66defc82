package bailiwick.intake.crm;

import bailiwick.core.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HubSpot. Companies and deals are searched by their day of change and read in order of their ids,
 * each page asking for ids beyond the last one: no search ever pages, so the most that a search
 * tells (10,000) is never met, and rows of one moment cannot hide each other. Not thread-safe.
 *
 * <p>A search does not know what is in the bin, and being put there changes no day of change; so
 * all of the bin, which keeps its rows for 90 days, is read after each search. Two companies that
 * are merged become a new one with an id of its own, which names both; asking for an old id answers
 * with the new one.
 *
 * <p>Source: HubSpot, <em>CRM API v3</em>, "Search the CRM", "Companies" (list with {@code
 * archived}, batch read and update), "Owners"; <em>Associations API v4</em>; Developer Changelog,
 * <em>Updated merge functionality for contacts and companies</em>. That archiving changes no day of
 * change is told in airbytehq/airbyte #19838. Known limits: the API takes no condition with a
 * write, so accounts are read just before it and a change in the moment between is overwritten;
 * what is taken out of the bin again is seen when it next changes.
 */
public final class HubSpotClient implements CrmClient {

  /** Most rows of a page of a search, and of owners. */
  private static final int PAGE = 200;

  /** Most rows of a page of a list. */
  private static final int LISTED = 100;

  private static final String BIN = "bin|";

  /** Most rows of a batch. */
  private static final int BATCH = 100;

  /** What was just written appears in searches a little later: look so far back. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** Five searches a second are allowed. */
  private static final Duration BETWEEN_SEARCHES = Duration.ofMillis(210);

  private static final JsonMapper JSON = new JsonMapper();

  private final CrmSettings settings;
  private final CrmTransport transport;
  private final HubSpotDialect dialect;

  /** A client that has not called yet. */
  public HubSpotClient(CrmSettings settings, CrmKeyring keyring, CrmLink link) {
    this.settings = settings;
    this.transport = new CrmTransport(settings, link);
    this.dialect = new HubSpotDialect(settings, keyring);
  }

  @Override
  public CrmIdentity test() {
    JsonNode account = ask(CrmCall.get(address("/account-info/v3/details"))).json();
    ask(CrmCall.get(address("/crm/v3/owners?limit=1")));
    for (CrmKind kind : List.of(CrmKind.ACCOUNTS, CrmKind.DEALS)) {
      HubSpotObject object = object(kind);
      ask(
          CrmCall.get(
              address(
                  "/crm/v3/objects/%s?limit=1&properties=%s"
                      .formatted(object.name(), String.join(",", object.properties())))));
    }
    return new CrmIdentity(account.path("portalId").asString(""), "private app", dialect.usage());
  }

  @Override
  public CrmPage page(CrmKind kind, CrmPosition position) {
    if (kind == CrmKind.PEOPLE) {
      return owners(position);
    }
    return position.page().startsWith(BIN) ? bin(kind, position) : search(kind, position);
  }

  /** A page of what is in the bin, from where the search that went before has ended. */
  private CrmPage bin(CrmKind kind, CrmPosition position) {
    HubSpotObject object = object(kind);
    String[] place = position.page().split("\\|", 3); // mark, when the search began, page
    CrmReading answer =
        read(
            CrmCall.get(
                address(
                    "/crm/v3/objects/%s?limit=%s&archived=true&properties=%s%s"
                        .formatted(
                            object.name(),
                            LISTED,
                            String.join(",", object.properties()),
                            place[2].isEmpty() ? "" : "&after=" + CrmCall.encoded(place[2])))));
    List<CrmRecord> records =
        records(object, answer).stream()
            .map(row -> new CrmRecord(row.id(), row.version(), true, row.cells()))
            .toList();
    String next = answer.json().path("paging").path("next").path("after").asString("");
    return new CrmPage(
        records,
        next.isEmpty()
            ? new CrmPosition(answer.instant(place[1]).minus(OVERLAP), "")
            : new CrmPosition(position.since(), BIN + place[1] + "|" + next));
  }

  /** Owners are few and tell no day of change to ask for: all are read, the archived ones last. */
  private CrmPage owners(CrmPosition position) {
    boolean archived = position.page().startsWith("archived|");
    String after = position.page().substring(position.page().indexOf('|') + 1);
    CrmReading answer =
        read(
            CrmCall.get(
                address(
                    "/crm/v3/owners?limit=%s&archived=%s%s"
                        .formatted(
                            PAGE,
                            archived,
                            after.isEmpty() ? "" : "&after=" + CrmCall.encoded(after)))));
    List<CrmRecord> people = new ArrayList<>();
    answer.rows("results").forEach(row -> people.add(owner(row, answer)));
    String next = answer.json().path("paging").path("next").path("after").asString("");
    String page =
        !next.isEmpty()
            ? (archived ? "archived|" : "present|") + next
            : archived ? "" : "archived|";
    return new CrmPage(people, new CrmPosition(position.since(), page));
  }

  private static CrmRecord owner(JsonNode row, CrmReading answer) {
    String id = row.path("id").asString("");
    String email = row.path("email").asString("");
    String name =
        (row.path("firstName").asString("") + " " + row.path("lastName").asString("")).strip();
    String changed = row.path("updatedAt").asString("");
    Map<String, String> cells = new HashMap<>();
    cells.put("id", id);
    cells.put("name", name.isEmpty() ? email : name);
    cells.put("email", email);
    if (row.path("archived").asBoolean(false)) {
      cells.put("left", changed);
    }
    cells.values().removeIf(String::isEmpty);
    return new CrmRecord(id, answer.instant(changed), false, cells);
  }

  private CrmPage search(CrmKind kind, CrmPosition position) {
    HubSpotObject object = object(kind);
    int bar = position.page().indexOf('|');
    String lastId = bar < 0 ? "0" : position.page().substring(bar + 1);
    if (bar >= 0) {
      transport.pause(BETWEEN_SEARCHES);
    }
    CrmAnswer answer =
        ask(
            CrmCall.ask(
                address("/crm/v3/objects/" + object.name() + "/search"),
                JSON.writeValueAsString(question(object, position, lastId))));
    Instant began =
        bar < 0 ? answer.date(transport.now()) : Instant.parse(position.page().substring(0, bar));
    CrmReading told = new CrmReading(settings, answer);
    List<CrmRecord> records = records(object, told);
    boolean more = told.count("total") > records.size() && !records.isEmpty();
    if (kind == CrmKind.DEALS) {
      records = withCompanies(records);
    }
    return new CrmPage(
        records,
        more
            ? new CrmPosition(position.since(), began + "|" + records.getLast().id())
            : new CrmPosition(position.since(), BIN + began + "|"));
  }

  private static Map<String, Object> question(
      HubSpotObject object, CrmPosition position, String lastId) {
    List<Map<String, Object>> filters = new ArrayList<>();
    filters.add(Map.of("propertyName", "hs_object_id", "operator", "GT", "value", lastId));
    Instant since = position.since();
    if (since != null) {
      filters.add(
          Map.of(
              "propertyName",
              HubSpotObject.CHANGED,
              "operator",
              "GTE",
              "value",
              String.valueOf(since.toEpochMilli())));
    }
    return Map.of(
        "filterGroups", List.of(Map.of("filters", filters)),
        "sorts", List.of(Map.of("propertyName", "hs_object_id", "direction", "ASCENDING")),
        "properties", object.properties(),
        "limit", PAGE);
  }

  /** A search does not tell whom a deal is with; that is asked for all of a page at once. */
  private List<CrmRecord> withCompanies(List<CrmRecord> deals) {
    if (deals.isEmpty()) {
      return deals;
    }
    String body =
        JSON.writeValueAsString(
            Map.of("inputs", deals.stream().map(deal -> Map.of("id", deal.id())).toList()));
    CrmReading answer =
        read(CrmCall.ask(address("/crm/v4/associations/deals/companies/batch/read"), body));
    Map<String, String> companyOf = new HashMap<>();
    answer
        .rows("results")
        .forEach(row ->
            companyOf.put(row.path("from").path("id").asString(""), company(row.path("to"))));
    return deals.stream().map(deal -> with(deal, companyOf.getOrDefault(deal.id(), ""))).toList();
  }

  /** The primary company; the first one where none is marked. */
  private static String company(JsonNode companies) {
    for (JsonNode company : companies) {
      for (JsonNode type : company.path("associationTypes")) {
        if (type.path("label").asString("").equals("Primary")) {
          return company.path("toObjectId").asString("");
        }
      }
    }
    return companies.path(0).path("toObjectId").asString("");
  }

  private static CrmRecord with(CrmRecord deal, String company) {
    if (company.isEmpty()) {
      return deal;
    }
    Map<String, String> cells = new HashMap<>(deal.cells());
    cells.put("account", company);
    return new CrmRecord(deal.id(), deal.version(), deal.deleted(), cells);
  }

  @Override
  public List<CrmRecord> readAccounts(List<String> ids) {
    HubSpotObject companies = object(CrmKind.ACCOUNTS);
    String body =
        JSON.writeValueAsString(
            Map.of(
                "properties", companies.properties(),
                "inputs", ids.stream().map(id -> Map.of("id", id)).toList()));
    return records(
        companies, read(CrmCall.ask(address("/crm/v3/objects/companies/batch/read"), body)));
  }

  @Override
  public List<CrmWritten> write(List<CrmWrite> rows) {
    List<Map<String, Object>> inputs =
        rows.stream()
            .map(row -> Map.<String, Object>of("id", row.id(), "properties", properties(row)))
            .toList();
    String body = JSON.writeValueAsString(Map.of("inputs", inputs));
    try {
      CrmAnswer answer =
          ask(CrmCall.change(address("/crm/v3/objects/companies/batch/update"), body));
      return written(rows, answer.json());
    } catch (ProblemException refused) {
      if (refused.problems().getFirst() instanceof CrmProblem.Unexpected whole
          && whole.status() == 400) {
        return writtenApart(rows, whole);
      }
      throw refused;
    }
  }

  private Map<String, String> properties(CrmWrite row) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (row.owner() != null) {
      properties.put("hubspot_owner_id", row.owner());
    }
    if (row.territory() != null) {
      properties.put(settings.territoryField(), row.territory());
    }
    return properties;
  }

  /** One wrong value turns a whole batch away unwritten: halves find the row that has it. */
  private List<CrmWritten> writtenApart(List<CrmWrite> rows, CrmProblem.Unexpected whole) {
    if (rows.size() == 1) {
      return List.of(new CrmWritten.Refused(rows.getFirst().id(), whole.reason()));
    }
    int half = rows.size() / 2;
    List<CrmWritten> written = new ArrayList<>(write(rows.subList(0, half)));
    written.addAll(write(rows.subList(half, rows.size())));
    return written;
  }

  private static List<CrmWritten> written(List<CrmWrite> rows, JsonNode answer) {
    Set<String> done = new HashSet<>();
    answer.path("results").forEach(row -> done.add(row.path("id").asString("")));
    Map<String, String> refused = new HashMap<>();
    answer
        .path("errors")
        .forEach(error ->
            error
                .path("context")
                .path("ids")
                .forEach(id ->
                    refused.put(id.asString(""), error.path("message").asString("not written"))));
    List<CrmWritten> written = new ArrayList<>();
    for (CrmWrite row : rows) {
      if (done.contains(row.id())) {
        written.add(new CrmWritten.Done(row.id()));
      } else if (refused.containsKey(row.id())) {
        written.add(new CrmWritten.Refused(row.id(), refused.get(row.id())));
      } else {
        throw new CrmOutcomeUnknown("The answer to a write does not tell of every row.");
      }
    }
    return written;
  }

  @Override
  public void rest(int failed) {
    transport.pause(failed);
  }

  @Override
  public int mostRead() {
    return BATCH;
  }

  @Override
  public int mostWritten() {
    return BATCH;
  }

  private HubSpotObject object(CrmKind kind) {
    return kind == CrmKind.DEALS
        ? HubSpotObject.deals()
        : HubSpotObject.companies(settings.territoryField());
  }

  private CrmAnswer ask(CrmCall call) {
    if (!dialect.rest().isZero()) {
      transport.pause(dialect.rest());
    }
    return transport.send(call, dialect);
  }

  private CrmReading read(CrmCall call) {
    return new CrmReading(settings, ask(call));
  }

  private URI address(String path) {
    return settings.address().resolve(path);
  }

  private static List<CrmRecord> records(HubSpotObject object, CrmReading answer) {
    List<CrmRecord> records = new ArrayList<>();
    answer.rows("results").forEach(row -> records.add(object.record(row, answer)));
    // A row alone is not compared, and its id is where the next page begins.
    records.forEach(row -> answer.number(row.id()));
    records.sort(Comparator.comparingLong(row -> Long.parseLong(row.id())));
    return records;
  }
}
