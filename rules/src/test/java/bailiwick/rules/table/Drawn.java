package bailiwick.rules.table;

import bailiwick.rules.proof.Budget;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Decision tables as a test draws them, turned into DMN. */
final class Drawn {

  private Drawn() {}

  /**
   * The proof of a table. The first line names the inputs, as {@code age:number} or {@code
   * colour:string{"red","blue"}}, and after {@code =>} the outputs; each further line is a rule,
   * its cells between bars.
   */
  static TableProof prove(String hitPolicy, String drawn) {
    return TableProof.of(read(hitPolicy, drawn), Budget.USUAL);
  }

  static DecisionTable read(String hitPolicy, String drawn) {
    return DmnReader.read("drawn.dmn", xml(hitPolicy, drawn).getBytes(StandardCharsets.UTF_8))
        .getFirst();
  }

  static String xml(String hitPolicy, String drawn) {
    List<String> lines = drawn.strip().lines().toList();
    StringBuilder xml = new StringBuilder();
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="drawn">
          <decision id="decided" name="Decided">
            <decisionTable id="table" hitPolicy="%s">
        """
            .formatted(hitPolicy));
    columns(inputs(lines.getFirst())).forEach(column -> xml.append(input(column)));
    columns(outputs(lines.getFirst())).forEach(column -> xml.append(output(column)));
    for (String line : lines.subList(1, lines.size())) {
      xml.append("      <rule>\n");
      columns(inputs(line)).forEach(cell -> xml.append(entry("inputEntry", cell)));
      columns(outputs(line)).forEach(cell -> xml.append(entry("outputEntry", cell)));
      xml.append("      </rule>\n");
    }
    return xml.append("    </decisionTable>\n  </decision>\n</definitions>\n").toString();
  }

  private static String inputs(String line) {
    return line.substring(0, line.indexOf("=>"));
  }

  private static String outputs(String line) {
    return line.substring(line.indexOf("=>") + 2);
  }

  private static List<String> columns(String cells) {
    return Arrays.stream(cells.split("\\|", -1)).map(String::strip).toList();
  }

  private static String input(String column) {
    return "      <input><inputExpression%s><text>%s</text></inputExpression>%s</input>\n"
        .formatted(type(column), escaped(name(column)), values("inputValues", column));
  }

  private static String output(String column) {
    return "      <output name=\"%s\"%s>%s</output>\n"
        .formatted(name(column), type(column), values("outputValues", column));
  }

  private static String name(String column) {
    return column.split("[:{]", 2)[0];
  }

  private static String type(String column) {
    String head = column.split("\\{", 2)[0];
    return head.contains(":") ? " typeRef=\"%s\"".formatted(head.split(":", 2)[1]) : "";
  }

  private static String values(String element, String column) {
    int from = column.indexOf('{');
    return from < 0
        ? ""
        : "<%s><text>%s</text></%s>"
            .formatted(
                element, escaped(column.substring(from + 1, column.lastIndexOf('}'))), element);
  }

  private static String entry(String element, String cell) {
    return "        <%s><text>%s</text></%s>\n".formatted(element, escaped(cell), element);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
