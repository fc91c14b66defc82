package bailiwick.core.company;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host that a web or mail address names. Stateless. */
public final class WebHost {

  private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*:(//)?");
  private static final Pattern AFTER_HOST = Pattern.compile("[/?#\\s,;].*", Pattern.DOTALL);
  private static final Pattern AROUND_HOST = Pattern.compile("^.*@|^www\\d?\\.|\\.?(:\\d*)?$");
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

  private WebHost() {}

  /**
   * The host in lower case, without {@code www}, international names in their ASCII form: {@code
   * shop.acme.co.uk} for {@code https://www.Shop.acme.co.uk/uk?x=1} or {@code
   * info@shop.acme.co.uk}.
   *
   * @return nothing for a text that names none: {@code n/a}, {@code localhost}, an IP address
   */
  public static Optional<String> find(String text) {
    String rest = SCHEME.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    rest = AFTER_HOST.matcher(rest).replaceFirst("");
    rest = AROUND_HOST.matcher(rest).replaceAll("");
    return ascii(rest)
        .filter(host -> HOST.matcher(host).matches() && !NUMBERS.matcher(host).matches());
  }

  private static Optional<String> ascii(String host) {
    try {
      return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException noHost) {
      return Optional.empty();
    }
  }
}
