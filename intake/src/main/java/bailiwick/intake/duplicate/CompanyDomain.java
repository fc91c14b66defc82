package bailiwick.intake.duplicate;

import bailiwick.core.company.WebHost;
import crawlercommons.domains.EffectiveTldFinder;
import java.util.Optional;
import java.util.Set;

/**
 * The domain that a company registered, by the public suffix list: {@code acme.co.uk} for {@code
 * shop.acme.co.uk}. Stateless.
 *
 * <p>The list is that of the library, privately run suffixes such as {@code blogspot.com} and
 * {@code github.io} among them, so that two who are guests of one host do not share a domain.
 */
public final class CompanyDomain {

  /** Mail and page hosts under whose name anybody can be reached. */
  private static final Set<String> ANYBODYS =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "google.com",
          "outlook.com",
          "hotmail.com",
          "hotmail.co.uk",
          "hotmail.fr",
          "hotmail.de",
          "live.com",
          "msn.com",
          "yahoo.com",
          "yahoo.co.uk",
          "yahoo.fr",
          "yahoo.de",
          "ymail.com",
          "aol.com",
          "icloud.com",
          "me.com",
          "mac.com",
          "mail.com",
          "gmx.de",
          "gmx.net",
          "gmx.com",
          "gmx.at",
          "gmx.ch",
          "web.de",
          "freenet.de",
          "t-online.de",
          "orange.fr",
          "wanadoo.fr",
          "free.fr",
          "laposte.net",
          "sfr.fr",
          "libero.it",
          "virgilio.it",
          "btinternet.com",
          "comcast.net",
          "verizon.net",
          "att.net",
          "sbcglobal.net",
          "bellsouth.net",
          "cox.net",
          "charter.net",
          "earthlink.net",
          "protonmail.com",
          "proton.me",
          "zoho.com",
          "fastmail.com",
          "yandex.ru",
          "mail.ru",
          "qq.com",
          "163.com",
          "126.com",
          "naver.com",
          "facebook.com",
          "fb.com",
          "linkedin.com",
          "instagram.com",
          "twitter.com",
          "x.com",
          "youtube.com",
          "yelp.com",
          "linktr.ee",
          "wixsite.com",
          "business.site",
          "weebly.com",
          "squarespace.com",
          "example.com",
          "example.org",
          "none.com",
          "test.com");

  private CompanyDomain() {}

  /**
   * The registered domain of a web or mail address.
   *
   * @return nothing for a text without a host, a host that is a public suffix itself, and a host of
   *     mail or pages where anybody can be
   */
  public static Optional<String> find(String text) {
    return text.isBlank()
        ? Optional.empty()
        : WebHost.find(text)
            .filter(host -> !isPublicSuffix(host))
            .map(host -> EffectiveTldFinder.getAssignedDomain(host, false, false))
            .filter(domain -> !ANYBODYS.contains(domain));
  }

  private static boolean isPublicSuffix(String host) {
    var suffix = EffectiveTldFinder.getEffectiveTLD(host, false);
    return suffix != null && suffix.getDomain().equals(host);
  }
}
