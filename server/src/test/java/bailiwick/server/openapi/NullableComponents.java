package bailiwick.server.openapi;

import bailiwick.server.ApiSurface;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which components of the wire records may be null, by the names of their schemas. */
final class NullableComponents {

  private final Set<Class<?>> seen = new HashSet<>();
  private final Map<String, Set<String>> bySchema = new HashMap<>();

  private NullableComponents() {}

  static Map<String, Set<String>> bySchema() {
    NullableComponents found = new NullableComponents();
    found.visit(bailiwick.server.problem.ProblemDocument.class);
    for (Class<?> resource : ApiSurface.RESOURCES) {
      for (Method method : resource.getDeclaredMethods()) {
        found.visit(method.getGenericReturnType());
        for (Type parameter : method.getGenericParameterTypes()) {
          found.visit(parameter);
        }
      }
    }
    return found.bySchema;
  }

  private void visit(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        visit(argument);
      }
    } else if (type instanceof Class<?> record && record.isRecord() && seen.add(record)) {
      visitRecord(record);
    }
  }

  private void visitRecord(Class<?> record) {
    Set<String> nullable = new HashSet<>();
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        nullable.add(component.getName());
      }
      visit(component.getGenericType());
    }
    Schema schema = record.getAnnotation(Schema.class);
    String name =
        schema == null || schema.name().isEmpty() ? record.getSimpleName() : schema.name();
    if (bySchema.put(name, nullable) != null) {
      throw new IllegalStateException("Two records share the schema name " + name + ".");
    }
  }
}
