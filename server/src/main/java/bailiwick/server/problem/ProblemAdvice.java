package bailiwick.server.problem;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.ProblemException;
import bailiwick.store.database.StoreFailures;
import bailiwick.store.database.StoreProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one mapper of failures to {@code application/problem+json}. Never shows a stack trace. */
@RestControllerAdvice
public class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDocument> problems(ProblemException exception) {
    return answer(exception.problems());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> fields(MethodArgumentNotValidException exception) {
    List<Problem> problems = new ArrayList<>();
    exception.getBindingResult().getFieldErrors().stream()
        .map(ProblemAdvice::field)
        .sorted(Comparator.comparing(ServerProblem.Field::pointer))
        .forEach(problems::add);
    if (problems.isEmpty()) {
      problems.add(new ServerProblem.Field("", "is wrong"));
    }
    return answer(problems);
  }

  private static ServerProblem.Field field(FieldError error) {
    String rule = error.getDefaultMessage();
    return new ServerProblem.Field(pointer(error.getField()), rule == null ? "is wrong" : rule);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> unreadable(HttpMessageNotReadableException exception) {
    return findProblems(exception)
        .map(this::problems)
        .orElseGet(() -> answer(List.of(unreadable(exception.getCause()))));
  }

  /** What stopped the reading, whatever the reader made of it on the way. */
  private static Optional<ProblemException> findProblems(Throwable failure) {
    Throwable cause = failure.getCause();
    while (cause != null && !(cause instanceof ProblemException)) {
      cause = cause.getCause();
    }
    return Optional.ofNullable((ProblemException) cause);
  }

  private static Problem unreadable(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          new ServerProblem.Field(pointer(unknown), "is not known here");
      case DatabindException bad ->
          bad.getCause() instanceof IllegalArgumentException rule && rule.getMessage() != null
              ? new ServerProblem.Unreadable(pointer(bad), withoutStop(rule.getMessage()))
              : new ServerProblem.Unreadable(
                  pointer(bad), "`" + pointer(bad) + "` has not the type or value asked for");
      case StreamReadException bad ->
          new ServerProblem.Unreadable(
              "",
              "it is not JSON (line %s, column %s)"
                  .formatted(
                      bad.getLocation() == null ? "?" : bad.getLocation().getLineNr(),
                      bad.getLocation() == null ? "?" : bad.getLocation().getColumnNr()));
      case null, default -> new ServerProblem.Unreadable("", "it is missing or not JSON");
    };
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String pointer(JacksonException exception) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference part : exception.getPath()) {
      pointer
          .append('/')
          .append(part.getPropertyName() == null ? part.getIndex() : part.getPropertyName());
    }
    return pointer.toString();
  }

  private static String pointer(String path) {
    return "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> parameter(MethodArgumentTypeMismatchException exception) {
    Class<?> type = exception.getRequiredType();
    return answer(
        List.of(
            new ServerProblem.Parameter(
                exception.getName(),
                "(%s) is not a %s"
                    .formatted(exception.getValue(), type == null ? "value" : word(type)))));
  }

  private static String word(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "UUID" -> "UUID";
      case "LocalDate" -> "date such as 2027-01-15";
      case "Instant" -> "time such as 2027-01-15T09:00:00Z";
      case "int", "long", "Integer", "Long" -> "whole number";
      case "boolean", "Boolean" -> "true or false";
      default -> "known value";
    };
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> parameter(MissingServletRequestParameterException exception) {
    return answer(List.of(new ServerProblem.Parameter(exception.getParameterName(), "is missing")));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> part(MissingServletRequestPartException exception) {
    return answer(
        List.of(new ServerProblem.Parameter(exception.getRequestPartName(), "is missing")));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> tooLarge(MaxUploadSizeExceededException exception) {
    return answer(
        List.of(
            new ServerProblem.Refused(
                413, "REQUEST_TOO_LARGE", "The body is larger than this server takes.")));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> multipart(MultipartException exception) {
    return answer(
        List.of(new ServerProblem.Unreadable("", "it is not a multipart form with a file")));
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<ProblemDocument> route(HttpServletRequest request) {
    return answer(
        List.of(new ServerProblem.UnknownRoute(request.getMethod(), request.getRequestURI())));
  }

  @ExceptionHandler
  void gone(AsyncRequestNotUsableException exception) {
    LOG.debug("The client has gone away: {}", exception.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> anything(Exception exception, HttpServletRequest request) {
    if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(List.of(refused(known, request)));
    }
    Optional<StoreProblem> ofStore = StoreFailures.find(exception);
    if (ofStore.isPresent()) {
      LOG.warn("{}: {}", ofStore.get().code(), exception.getMessage());
      return answer(List.of(ofStore.get()));
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error(
        "Failure {} at {} {}", reference, request.getMethod(), request.getRequestURI(), exception);
    return answer(List.of(new ServerProblem.Internal(reference)));
  }

  private static Problem refused(ErrorResponse known, HttpServletRequest request) {
    int status = known.getStatusCode().value();
    return switch (status) {
      case 405 ->
          new ServerProblem.Refused(
              405,
              "REQUEST_METHOD",
              "The method %s does not fit %s."
                  .formatted(request.getMethod(), request.getRequestURI()));
      case 406 ->
          new ServerProblem.Refused(
              406, "REQUEST_ACCEPT", "The answer cannot be given in the media type asked for.");
      case 415 ->
          new ServerProblem.Refused(
              415, "REQUEST_MEDIA_TYPE", "The body's media type is not one this route reads.");
      default ->
          new ServerProblem.Refused(status, "REQUEST_REFUSED", "The request cannot be read.");
    };
  }

  private static ResponseEntity<ProblemDocument> answer(List<? extends Problem> problems) {
    ProblemDocument document = ProblemDocuments.of(problems);
    var answer =
        ResponseEntity.status(document.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problems.getFirst() instanceof AccessProblem.TooManySignIns wait) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.waitSeconds()));
    }
    return answer.body(document);
  }
}
