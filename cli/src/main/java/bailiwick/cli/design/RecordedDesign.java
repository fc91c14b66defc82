package bailiwick.cli.design;

import bailiwick.cli.terminal.InputFile;
import bailiwick.core.design.DesignSettings;
import bailiwick.core.problem.ProblemException;
import bailiwick.intake.table.TableOptions;
import bailiwick.intake.table.TableReader;
import bailiwick.intake.table.TableRow;
import bailiwick.intake.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A design as its folder records it, to be made again. Immutable. */
final class RecordedDesign {

  private final Path folder;
  private final JsonNode report;

  private RecordedDesign(Path folder, JsonNode report) {
    this.folder = folder;
    this.report = report;
  }

  /**
   * Reads the report of a folder that {@code design} wrote.
   *
   * @throws ProblemException when there is none
   */
  static RecordedDesign read(Path folder) throws IOException {
    InputFile.requireFolder(folder);
    Path file = folder.resolve("report.json");
    InputFile.requireReadable(file);
    try {
      return new RecordedDesign(folder, JsonMapper.shared().readTree(Files.readString(file)));
    } catch (JacksonException e) {
      throw ProblemException.of(new ReplayProblem.NotRecorded(file.toString(), "inputHash"));
    }
  }

  /**
   * Requires that it was made by an engine and not stopped by hand.
   *
   * @param engine version of the engine that would make it again
   */
  void requireRepeatable(String engine) {
    String version = text("version");
    if (!version.equals(engine)) {
      throw ProblemException.of(new ReplayProblem.OtherEngine(version, engine));
    }
    if (get("cancelled").asBoolean(false)) {
      throw ProblemException.of(new ReplayProblem.StoppedByHand(file()));
    }
  }

  /** Requires that it was made from what has a hash. */
  void requireInput(String hash) {
    if (!text("inputHash").equals(hash)) {
      throw ProblemException.of(new ReplayProblem.OtherInput(text("inputHash"), hash));
    }
  }

  /** How to search for it again: the same work, stopped where the clock stopped it. */
  DesignSettings settings(int threads) {
    JsonNode look = report.path("stoppedAtLook");
    return DesignSettings.ofWork(get("seed").asLong(), get("work").asLong())
        .withThreads(threads)
        .stoppedAt(look.isNumber() ? OptionalLong.of(look.asLong()) : OptionalLong.empty());
  }

  long seed() {
    return get("seed").asLong();
  }

  /** Name of what an instance's design made small. */
  String objectiveName() {
    return text("objectiveName");
  }

  /** The objective that a brief asked for, or the command line in its place. */
  String briefObjective() {
    return text("briefObjective");
  }

  /** Word for what came of it. */
  String outcome() {
    return text("outcome");
  }

  /** Value of the objective, empty when no plan was possible. */
  Optional<Double> objective() {
    JsonNode value = report.path("objective");
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  /** Sentences of the proof that no plan is possible, empty otherwise. */
  List<String> proof() {
    List<String> sentences = new ArrayList<>();
    for (JsonNode conflict : report.path("proof")) {
      sentences.add(conflict.path("message").asString(""));
    }
    return sentences;
  }

  /** Why the exact solver gave no answer, empty when it did or was not asked. */
  Optional<String> exactFailure() {
    return find("exactFailure");
  }

  /** A file or folder that it was made from, as it was named then. */
  Optional<Path> findSource(String kind) {
    return find(kind).map(Path::of);
  }

  /** The territory's code for each unit's id, empty when no plan was possible. */
  Map<String, String> territories() {
    Map<String, String> territoryOf = new LinkedHashMap<>();
    Path file = folder.resolve("assignment.csv");
    if (!Files.isRegularFile(file)) {
      return territoryOf;
    }
    try (TableReader table = TableReader.open(TableSource.of(file), TableOptions.SNIFFED)) {
      int id = DesignFolder.column(table, file, "id");
      int territory = DesignFolder.column(table, file, "territory");
      for (TableRow row = table.next(); row != null; row = table.next()) {
        territoryOf.put(row.cell(id), row.cell(territory));
      }
    }
    return territoryOf;
  }

  private Optional<String> find(String key) {
    JsonNode value = report.path(key);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private String text(String key) {
    return get(key).asString("");
  }

  private JsonNode get(String key) {
    JsonNode value = report.path(key);
    if (value.isMissingNode() || value.isNull()) {
      throw ProblemException.of(new ReplayProblem.NotRecorded(file(), key));
    }
    return value;
  }

  private String file() {
    return folder.resolve("report.json").toString();
  }
}
