package bailiwick.bench.instance;

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

  /** {@code yes}, {@code no}, or empty when it cannot be asked. */
  String agrees(Path instance, Path assignment, String objective, double value)
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
    boolean same = theirs.isPresent() && Math.abs(theirs.get() - value) <= ROUNDING;
    return same && answer.path("feasible").asBoolean(false) ? "yes" : "no";
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
