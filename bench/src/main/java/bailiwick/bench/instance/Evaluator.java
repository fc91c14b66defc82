package bailiwick.bench.instance;

import bailiwick.core.design.DesignPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the independent evaluator, a Python script beside the instances, what a plan is worth. */
final class Evaluator {

  /** The evaluator rounds to two or three decimals. */
  private static final double ROUNDING = 0.006;

  private final Path script;

  Evaluator(Path instances) {
    this.script = instances.resolve("evaluate.py");
  }

  /**
   * Whether it finds a plan feasible where we do, and then of the same value: {@code yes}, {@code
   * no}, or empty when it cannot be asked.
   */
  String agrees(Path instance, Path assignment, String objective, DesignPlan plan)
      throws IOException, InterruptedException {
    if (!Files.isRegularFile(script)) {
      return "";
    }
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "python3",
                  script.toString(),
                  instance.toString(),
                  assignment.toString(),
                  "--json")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return "";
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      return "";
    }
    JsonNode answer = JsonMapper.builder().build().readTree(text);
    Optional<Double> theirs = value(answer, objective);
    boolean same = theirs.isPresent() && Math.abs(theirs.get() - plan.objective()) <= ROUNDING;
    boolean feasible = answer.path("feasible").asBoolean(false);
    return feasible == plan.isFeasible() && (same || !feasible) ? "yes" : "no";
  }

  private static Optional<Double> value(JsonNode answer, String objective) {
    String field =
        switch (objective) {
          case "moi_1e6_km2" -> "moi_1e6";
          case "max_diameter" -> "diameter";
          default -> objective;
        };
    JsonNode node = answer.path(field);
    return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
  }
}
