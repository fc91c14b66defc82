package bailiwick.server.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed before it reached a resource, in the container itself. */
@Controller
public class ErrorResource implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<ProblemDocument> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 500;
    HttpProblem problem =
        switch (code) {
          case 401 -> new AccessProblem.NotSignedIn();
          case 404 ->
              new ServerProblem.UnknownRoute(
                  request.getMethod(),
                  String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
          case 413 ->
              new ServerProblem.Refused(
                  413, "REQUEST_TOO_LARGE", "The body is larger than this server takes.");
          default ->
              code < 500
                  ? new ServerProblem.Refused(
                      code, "REQUEST_REFUSED", "The request cannot be read.")
                  : new ServerProblem.Internal("-");
        };
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDocuments.of(problem));
  }
}
