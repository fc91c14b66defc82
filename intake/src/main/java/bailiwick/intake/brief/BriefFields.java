package bailiwick.intake.brief;

import bailiwick.core.problem.ProblemException;
import bailiwick.core.unit.LonLat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a brief's fields and collects what is wrong with them. Not thread-safe. */
final class BriefFields {

  private final List<BriefProblem> problems = new ArrayList<>();

  void add(BriefProblem problem) {
    problems.add(problem);
  }

  /** Throws all problems at once, if there are any. */
  void throwProblems() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** The objects of a list; what is none is told. */
  List<JsonNode> objects(JsonNode tree, String pointer, String field, String expected) {
    List<JsonNode> objects = new ArrayList<>();
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    for (JsonNode item : items(tree, pointer, field, "a list of " + expected)) {
      if (item.isObject()) {
        objects.add(item);
      } else {
        wrong(pointer + "/" + field + "/" + objects.size(), shown(item), "an object: " + expected);
        objects.add(nothing);
      }
    }
    return objects;
  }

  /** The items of a list, none when it is absent. */
  List<JsonNode> items(JsonNode tree, String pointer, String field, String expected) {
    JsonNode list = tree.path(field);
    List<JsonNode> items = new ArrayList<>();
    if (list.isArray()) {
      list.forEach(items::add);
    } else if (!list.isMissingNode()) {
      wrong(pointer + "/" + field, shown(list), expected);
    }
    return items;
  }

  /** What must not be a longer list. */
  void requireAtMost(JsonNode tree, String field, int most) {
    int size = tree.path(field).size();
    if (size > most) {
      wrong("/" + field, size + " items", "a list of at most " + most);
    }
  }

  /** Texts of a list that must have at least so many. */
  List<String> texts(JsonNode tree, String pointer, String field, int least, String expected) {
    return texts(tree.path(field), pointer + "/" + field, least, expected);
  }

  /** Texts of a list that must have at least so many. */
  List<String> texts(JsonNode list, String pointer, int least, String expected) {
    List<String> texts = new ArrayList<>();
    if (!list.isArray() || list.size() < least) {
      wrong(pointer, shown(list), expected);
      return texts;
    }
    for (int k = 0; k < list.size(); k++) {
      JsonNode item = list.get(k);
      if (item.isString() && !item.asString().isBlank()) {
        texts.add(item.asString());
      } else {
        wrong(pointer + "/" + k, shown(item), "a text that is not blank");
      }
    }
    return texts;
  }

  void requireKnown(JsonNode object, String pointer, List<String> known) {
    for (String field : object.propertyNames()) {
      if (!known.contains(field)) {
        problems.add(
            new BriefProblem.UnknownField(pointer + "/" + field, String.join(", ", known)));
      }
    }
  }

  String text(JsonNode object, String pointer, String field, String usual) {
    JsonNode node = object.path(field);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.isString() || node.asString().isBlank()) {
      wrong(pointer + "/" + field, shown(node), "a text that is not blank");
      return usual;
    }
    return node.asString();
  }

  /** A text that people read as the name of something; {@code usual} may be any. */
  String name(JsonNode object, String pointer, String field, String usual) {
    String name = text(object, pointer, field, usual);
    if (name.length() <= BriefFrame.LONGEST_NAME || !object.has(field)) {
      return name;
    }
    wrong(
        pointer + "/" + field,
        shown(object.path(field)),
        "a text of at most %s characters".formatted(BriefFrame.LONGEST_NAME));
    return usual;
  }

  boolean flag(JsonNode object, String pointer, String field, boolean usual) {
    JsonNode node = object.path(field);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.isBoolean()) {
      wrong(pointer + "/" + field, shown(node), "true or false");
      return usual;
    }
    return node.asBoolean();
  }

  long whole(JsonNode object, String field, long usual) {
    JsonNode node = object.path(field);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      wrong("/" + field, shown(node), "a whole number");
      return usual;
    }
    return node.asLong();
  }

  /** A whole number between two. */
  int count(JsonNode object, String pointer, String field, int usual, int least, int most) {
    JsonNode node = object.path(field);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.asInt() < least
        || node.asInt() > most) {
      wrong(
          pointer + "/" + field,
          shown(node),
          "a whole number from %s to %s".formatted(least, most));
      return usual;
    }
    return node.asInt();
  }

  /** Whether it is an object; what is none is told, and so are fields that are not known. */
  boolean isObject(JsonNode node, String pointer, List<String> known) {
    if (node.isObject()) {
      requireKnown(node, pointer, known);
    } else {
      wrong(pointer, shown(node), "an object with " + String.join(", ", known));
    }
    return node.isObject();
  }

  double number(
      JsonNode object,
      String pointer,
      String field,
      double usual,
      double least,
      double most,
      String expected) {
    JsonNode node = object.path(field);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.isNumber() || !(node.asDouble() >= least && node.asDouble() <= most)) {
      wrong(pointer + "/" + field, shown(node), expected);
      return usual;
    }
    return node.asDouble();
  }

  /** A place on the globe; null when it is none, which is told. */
  @Nullable LonLat place(JsonNode node, String pointer) {
    if (node.isArray()
        && node.size() == 2
        && node.get(0).isNumber()
        && node.get(1).isNumber()
        && Math.abs(node.get(0).asDouble()) <= 180
        && Math.abs(node.get(1).asDouble()) <= 90) {
      return new LonLat(node.get(0).asDouble(), node.get(1).asDouble());
    }
    wrong(pointer, shown(node), "[longitude, latitude] in degrees");
    return null;
  }

  void wrong(String pointer, String value, String expected) {
    problems.add(new BriefProblem.WrongValue(pointer, value, expected));
  }

  static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** A text that must be there. */
  String required(JsonNode object, String pointer, String field) {
    requireThere(object, pointer, field);
    return text(object, pointer, field, "?");
  }

  /** A name that must be there. */
  String requiredName(JsonNode object, String pointer, String field) {
    requireThere(object, pointer, field);
    return name(object, pointer, field, "?");
  }

  private void requireThere(JsonNode object, String pointer, String field) {
    if (object.path(field).isMissingNode()) {
      add(new BriefProblem.MissingField(pointer + "/" + field, "a text"));
    }
  }
}
