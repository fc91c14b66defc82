package bailiwick.server.problem;

import bailiwick.core.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as ETags, so that nobody overwrites what somebody else changed meanwhile. */
public final class Versions {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

  private Versions() {}

  /** The ETag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The version that {@code If-Match} names.
   *
   * @throws ProblemException when the header is missing (428) or no version (400)
   */
  public static long required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.of(new ServerProblem.HeaderMissing("If-Match"));
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw ProblemException.of(
          new ServerProblem.Parameter("If-Match", "must be an ETag such as \"7\""));
    }
    return Long.parseLong(tag.group(1));
  }
}
