package bailiwick.server.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the example of a whole body together from the examples of its parts. */
@SuppressWarnings("rawtypes") // as the swagger model hands its schemas out
final class Examples {

  private final Map<String, Schema> schemas;

  Examples(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  @Nullable Object of(Schema<?> schema) {
    if (schema.getExample() != null) {
      return schema.getExample();
    }
    if (schema.get$ref() != null) {
      String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
      return of(Objects.requireNonNull(schemas.get(name)));
    }
    if (schema.getOneOf() != null) {
      return of(schema.getOneOf().getFirst());
    }
    if (schema.getProperties() != null) {
      Map<String, @Nullable Object> example = new LinkedHashMap<>();
      schema.getProperties().forEach((name, part) -> example.put(name, of(part)));
      return example;
    }
    if (schema.getItems() != null) {
      Object item = of(schema.getItems());
      return item == null ? List.of() : List.of(item);
    }
    if (schema.getEnum() != null) {
      return schema.getEnum().getFirst();
    }
    if (schema.getTypes() != null && schema.getTypes().contains("string")) {
      return "binary".equals(schema.getFormat()) ? "(file)" : "text";
    }
    return null;
  }
}
