package bailiwick.server.openapi;

import bailiwick.server.problem.ProblemDocument;
import bailiwick.server.security.Allowed;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says beyond what the annotations do: roles, problems, nulls and examples. */
@SuppressWarnings("rawtypes") // as the swagger model hands its schemas out
@Configuration(proxyBeanMethods = false)
class OpenApiContract {

  private static final Map<Integer, String> PROBLEMS =
      Map.of(
          400, "The request cannot be read, or breaks a rule of its fields.",
          401, "Nobody is signed in.",
          403, "The role does not allow it, or the CSRF token is missing.",
          404, "There is no such thing, or it is not yours to see.",
          409, "It changed meanwhile, or does not allow this now.",
          413, "The body is too large.",
          422, "The request can be read but not met; the problems say why.",
          428, "If-Match or Idempotency-Key is missing.",
          429, "Too many attempts to sign in; wait and try again.");

  @Bean
  OpenAPI frame() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Bailiwick")
                .version("v1")
                .description(
                    "Sales territories: designed, compared, published, owned, routed, measured."
                        + " Every failure is application/problem+json with a stable code."
                        + " Edits need If-Match with the ETag last read.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of())
        .components(
            new Components()
                .addSecuritySchemes(
                    "session",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("BAILIWICK_SESSION")
                        .description(
                            "From signIn. Edits also need the cookie XSRF-TOKEN's value in the"
                                + " header X-XSRF-TOKEN."))
                .addSecuritySchemes(
                    "apiKey",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A machine's key, `bwk_…`.")));
  }

  @Bean
  OperationCustomizer rolesAndProblems() {
    return (operation, handler) -> {
      Allowed allowed = Objects.requireNonNull(handler.getMethodAnnotation(Allowed.class));
      operation.addExtension(
          "x-roles",
          allowed.anyone()
              ? List.of("ANYONE")
              : Arrays.stream(allowed.value()).map(Enum::name).toList());
      if (allowed.anyone()) {
        operation.setSecurity(List.of());
      } else {
        operation.setSecurity(
            List.of(
                new SecurityRequirement().addList("session"),
                new SecurityRequirement().addList("apiKey")));
      }
      addProblems(operation, allowed);
      return operation;
    };
  }

  private static void addProblems(Operation operation, Allowed allowed) {
    String id = operation.getOperationId();
    boolean parameters = operation.getParameters() != null && !operation.getParameters().isEmpty();
    boolean body = operation.getRequestBody() != null;
    ApiResponses responses = operation.getResponses();
    if (parameters || body) {
      problem(responses, 400);
    }
    if (!allowed.anyone()) {
      problem(responses, 401);
      problem(responses, 403);
    }
    if (has(operation, "path")) {
      problem(responses, 404);
    }
    if (takes(operation, "If-Match") || takes(operation, "Idempotency-Key")) {
      problem(responses, 409);
      problem(responses, 428);
    }
    if (body) {
      problem(responses, 413);
      problem(responses, 422);
    }
    if (id.equals("signIn")) {
      problem(responses, 401);
      problem(responses, 429);
    }
  }

  private static boolean has(Operation operation, String in) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> in.equals(p.getIn()));
  }

  private static boolean takes(Operation operation, String name) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> name.equals(p.getName()));
  }

  private static void problem(ApiResponses responses, int status) {
    responses.addApiResponse(
        String.valueOf(status), new ApiResponse().$ref("#/components/responses/" + name(status)));
  }

  private static String name(int status) {
    return "Problem" + status;
  }

  private static ApiResponse problemResponse(int status) {
    return new ApiResponse()
        .description(PROBLEMS.get(status))
        .content(
            new Content()
                .addMediaType(
                    ProblemDocument.MEDIA_TYPE,
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                        .example(problemExample(status))));
  }

  @Bean
  OpenApiCustomizer nullsAndExamples() {
    return document -> {
      Map<String, Schema> problem =
          ModelConverters.getInstance(true).readAll(ProblemDocument.class);
      problem.forEach(document.getComponents()::addSchemas);
      PROBLEMS
          .keySet()
          .forEach(status ->
              document.getComponents().addResponses(name(status), problemResponse(status)));
      Nullness.apply(document);
      Examples examples = new Examples(document.getComponents().getSchemas());
      document.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(operation -> addExamples(operation, examples));
    };
  }

  private static void addExamples(Operation operation, Examples examples) {
    if (operation.getRequestBody() != null) {
      addExamples(operation.getRequestBody().getContent(), examples);
    }
    operation.getResponses().values().forEach(response -> addExample(response, examples));
  }

  private static void addExample(ApiResponse response, Examples examples) {
    Content content = response.getContent();
    if (content == null) {
      return;
    }
    if (content.containsKey("*/*")) {
      MediaType any = content.remove("*/*");
      content.addMediaType("application/json", any);
    }
    addExamples(content, examples);
  }

  private static void addExamples(Content content, Examples examples) {
    content
        .values()
        .forEach(media -> {
          if (media.getSchema() != null && media.getExample() == null) {
            media.setExample(examples.of(media.getSchema()));
          }
        });
  }

  private static Map<String, Object> problemExample(int status) {
    record Sample(String code, String title, String detail, @Nullable String hint) {}
    Sample sample =
        switch (status) {
          case 400 ->
              new Sample(
                  "REQUEST_FIELD", "Bad Request", "The field /name must not be blank.", null);
          case 401 ->
              new Sample(
                  "NOT_SIGNED_IN",
                  "Unauthorized",
                  "Nobody is signed in.",
                  "Sign in, or send an API key.");
          case 403 ->
              new Sample(
                  "NOT_ALLOWED",
                  "Forbidden",
                  "The role REPRESENTATIVE does not allow this.",
                  "Ask a planner.");
          case 404 ->
              new Sample(
                  "STORE_NOT_FOUND",
                  "Not Found",
                  "There is no plan `019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b21`.",
                  null);
          case 409 ->
              new Sample(
                  "STORE_STALE_VERSION",
                  "Conflict",
                  "The scenario 019a8f3c-6b1e-7c55-9a3f-0d6c1f2e4b22 is at version 7; your change was made on"
                      + " version 6.",
                  "Load it again and repeat the change.");
          case 413 ->
              new Sample(
                  "REQUEST_TOO_LARGE",
                  "Content Too Large",
                  "The body is larger than this server takes.",
                  null);
          case 422 ->
              new Sample(
                  "REQUEST_UNKNOWN_UNIT",
                  "Unprocessable Content",
                  "The unit (99999) is not one of the plan's.",
                  null);
          case 428 ->
              new Sample(
                  "REQUEST_HEADER_MISSING",
                  "Precondition Required",
                  "The header If-Match is missing.",
                  "Send the ETag you last read.");
          default ->
              new Sample(
                  "SIGN_IN_TOO_OFTEN",
                  "Too Many Requests",
                  "Signing in failed too often; wait 30 seconds.",
                  null);
        };
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", "urn:bailiwick:problem:" + sample.code());
    example.put("title", sample.title());
    example.put("status", status);
    example.put("detail", sample.detail());
    example.put("code", sample.code());
    if (sample.hint() != null) {
      example.put("hint", sample.hint());
    }
    return example;
  }
}
