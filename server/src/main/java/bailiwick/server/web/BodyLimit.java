package bailiwick.server.web;

import bailiwick.core.problem.ProblemException;
import bailiwick.server.problem.ServerProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses JSON bodies that are too large: before any of them is read when they say their length,
 * and at the first byte too many when they come in chunks.
 */
@RestControllerAdvice
public class BodyLimit extends RequestBodyAdviceAdapter {

  /** A rule file of 100,000 rules has some ten million characters. */
  private static final long MOST_BYTES = 16 << 20;

  @Override
  public boolean supports(
      MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage body,
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    if (body.getHeaders().getContentLength() > MOST_BYTES) {
      throw tooLarge();
    }
    return new Limited(body.getHeaders(), new CountedStream(body.getBody()));
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        new ServerProblem.Refused(
            413, "REQUEST_TOO_LARGE", "The body is larger than this server takes."));
  }

  private record Limited(HttpHeaders headers, InputStream body) implements HttpInputMessage {

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return body;
    }
  }

  /** A body that ends with a problem where it is longer than bodies may be. */
  private static final class CountedStream extends FilterInputStream {

    private long left = MOST_BYTES;

    CountedStream(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      take(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = super.read(into, from, most);
      take(Math.max(0, read));
      return read;
    }

    private void take(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw tooLarge();
      }
    }
  }
}
