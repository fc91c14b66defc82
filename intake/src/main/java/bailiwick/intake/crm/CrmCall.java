package bailiwick.intake.crm;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of an API.
 *
 * @param body null for none
 * @param writes whether it changes something, so that it must not be sent twice unasked
 */
record CrmCall(
    String method,
    URI address,
    @Nullable String contentType,
    @Nullable String body,
    boolean writes) {

  static CrmCall get(URI address) {
    return new CrmCall("GET", address, null, null, false);
  }

  /** A question with a body. */
  static CrmCall ask(URI address, String json) {
    return new CrmCall("POST", address, "application/json", json, false);
  }

  /** A change. */
  static CrmCall change(URI address, String json) {
    return new CrmCall("POST", address, "application/json", json, true);
  }

  /** A form; asking for a token twice is harmless. */
  static CrmCall form(URI address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new CrmCall("POST", address, "application/x-www-form-urlencoded", body, false);
  }

  /** A text as part of an address or a form. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpRequest.BodyPublisher publisher() {
    return body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body);
  }
}
