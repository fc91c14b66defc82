package bailiwick.server.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says in the schemas what JSpecify says in the records: a component is there and not null, unless
 * it is {@code @Nullable}. Then an answer has it as null, and a request may leave it out.
 */
@SuppressWarnings("rawtypes") // as the swagger model hands its schemas out
final class Nullness {

  private final Map<String, Schema> schemas;

  private Nullness(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  static void apply(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Nullness nullness = new Nullness(schemas);
    Set<String> asked = new TreeSet<>();
    Set<String> answered = new TreeSet<>();
    for (var path : document.getPaths().values()) {
      for (Operation operation : path.readOperations()) {
        if (operation.getRequestBody() != null) {
          nullness.collect(operation.getRequestBody().getContent(), asked);
        }
        operation.getResponses().values().forEach(r -> nullness.collect(r.getContent(), answered));
      }
    }
    Map<String, Set<String>> nullable = NullableComponents.bySchema();
    schemas.forEach((name, schema) -> {
      if (schema.getProperties() != null) {
        boolean mayBeAbsent = asked.contains(name) || name.equals("Problem");
        mark(schema, nullable.getOrDefault(name, Set.of()), mayBeAbsent);
      }
    });
  }

  private void collect(@Nullable Content content, Set<String> names) {
    if (content != null) {
      content.values().forEach(media -> collect(media.getSchema(), names));
    }
  }

  private void collect(@Nullable Schema<?> schema, Set<String> names) {
    if (schema == null) {
      return;
    }
    if (schema.get$ref() != null) {
      String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
      if (names.add(name)) {
        collect(Objects.requireNonNull(schemas.get(name)), names);
      }
      return;
    }
    collect(schema.getItems(), names);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> collect(property, names));
    }
  }

  @SuppressWarnings("unchecked")
  private static void mark(Schema<?> schema, Set<String> nullable, boolean mayBeAbsent) {
    List<String> required = new ArrayList<>();
    Map<String, Schema> properties = schema.getProperties();
    for (String name : List.copyOf(properties.keySet())) {
      if (!nullable.contains(name)) {
        required.add(name);
        continue;
      }
      if (!mayBeAbsent) {
        required.add(name);
      }
      properties.put(name, orNull(Objects.requireNonNull(properties.get(name))));
    }
    schema.setRequired(required);
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      Schema<?> reference = new Schema<>().$ref(schema.get$ref());
      Schema<Object> nothing = new Schema<>();
      nothing.setTypes(Set.of("null"));
      Schema<Object> either = new Schema<>();
      either.setOneOf(List.of(reference, nothing));
      either.setDescription(schema.getDescription());
      return either;
    }
    if (schema.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(schema.getTypes());
      types.add("null");
      schema.setTypes(types);
      if (schema.getEnum() != null) {
        addNull(schema);
      }
    }
    return schema;
  }

  @SuppressWarnings("unchecked")
  private static void addNull(Schema<?> schema) {
    List<Object> values = new ArrayList<>(schema.getEnum());
    if (!values.contains(null)) {
      values.add(null);
    }
    ((Schema<Object>) schema).setEnum(values);
  }
}
