package bailiwick.rules.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types that a DMN file declares, and those of its inputs by their names. */
final class DmnTypes {

  private static final int LONGEST_CHAIN = 20; // of types that stand for each other

  private final Map<String, LocatedXml> definitions = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>(); // name -> type

  DmnTypes(LocatedXml root) {
    root.children("itemDefinition")
        .forEach(item -> definitions.putIfAbsent(item.attribute("name"), item));
    for (LocatedXml element : root.children()) {
      element
          .find("variable")
          .filter(variable -> !variable.attribute("typeRef").isEmpty())
          .ifPresent(variable -> {
            variables.putIfAbsent(variable.attribute("name"), variable.attribute("typeRef"));
            variables.putIfAbsent(element.attribute("name"), variable.attribute("typeRef"));
          });
    }
  }

  /**
   * A type as far as it is known.
   *
   * @param allowed where its list of values stands
   */
  record Type(Optional<ValueKind> kind, Optional<LocatedXml> allowed) {
    static final Type UNKNOWN = new Type(Optional.empty(), Optional.empty());
  }

  /** The type of a name, looked up among those that the file declares. */
  Type ofName(String typeRef) {
    return resolved(typeRef, Optional.empty(), 0);
  }

  /** The type of an input by its expression: a name, or a path into one. */
  Type ofExpression(String expression) {
    String whole = variables.get(expression);
    if (whole != null) {
      return ofName(whole);
    }
    int dot = expression.indexOf('.');
    String first = dot < 0 ? null : variables.get(expression.substring(0, dot).strip());
    return first == null ? Type.UNKNOWN : component(first, expression.substring(dot + 1), 0);
  }

  private Type component(String typeRef, String path, int depth) {
    LocatedXml item = definitions.get(local(typeRef));
    if (item == null || depth > LONGEST_CHAIN) {
      return Type.UNKNOWN;
    }
    int dot = path.indexOf('.');
    String name = (dot < 0 ? path : path.substring(0, dot)).strip();
    Optional<LocatedXml> found =
        item.children("itemComponent")
            .filter(component -> component.attribute("name").equals(name))
            .findFirst();
    if (found.isEmpty()) {
      return Type.UNKNOWN;
    }
    return dot < 0
        ? ofItem(found.get(), Optional.empty(), depth + 1)
        : component(typeOf(found.get()), path.substring(dot + 1), depth + 1);
  }

  private Type resolved(String typeRef, Optional<LocatedXml> allowed, int depth) {
    String name = local(typeRef);
    LocatedXml item = definitions.get(name);
    if (item == null || depth > LONGEST_CHAIN) {
      return new Type(ValueKind.ofType(name), allowed);
    }
    return ofItem(item, allowed, depth + 1);
  }

  private Type ofItem(LocatedXml item, Optional<LocatedXml> outer, int depth) {
    Optional<LocatedXml> allowed =
        outer.or(() -> item.find("allowedValues")).or(() -> item.find("typeConstraint"));
    return resolved(typeOf(item), allowed, depth);
  }

  private static String typeOf(LocatedXml item) {
    return item.find("typeRef").map(type -> type.text().value().strip()).orElse("");
  }

  private static String local(String typeRef) {
    return typeRef.substring(typeRef.indexOf(':') + 1).strip();
  }
}
