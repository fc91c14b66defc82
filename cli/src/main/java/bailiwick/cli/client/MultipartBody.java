package bailiwick.cli.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A form with a file in it (RFC 7578), read from disk while it is sent.
 *
 * @param contentType with the boundary between the parts
 * @param publisher of the bytes
 */
record MultipartBody(String contentType, BodyPublisher publisher) {

  static MultipartBody of(Path file, List<FormField> fields) throws FileNotFoundException {
    String boundary = "bailiwick-" + UUID.randomUUID();
    StringBuilder head = new StringBuilder();
    for (FormField field : fields) {
      head.append(part(boundary, "name=\"" + field.name() + "\"", "text/plain; charset=UTF-8"))
          .append(field.value())
          .append("\r\n");
    }
    String last = String.valueOf(file.getFileName());
    String named = "name=\"file\"; filename=\"" + quoted(last) + "\"";
    head.append(part(boundary, named, "application/octet-stream"));
    return new MultipartBody(
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.concat(
            BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.UTF_8)));
  }

  private static String part(String boundary, String disposition, String type) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
        .formatted(boundary, disposition, type);
  }

  /** As browsers write names of files: a quote or a line break would end the header. */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
