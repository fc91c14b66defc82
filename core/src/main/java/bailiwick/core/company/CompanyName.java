package bailiwick.core.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A company's name in the form in which names compare: lower case, without accents, punctuation and
 * legal form, with the usual short forms written out. Immutable.
 *
 * <p>Known limits: names in scripts without spaces are one word; nothing is translated or brought
 * from one script into another; {@code ue} for {@code ü} stays two letters.
 *
 * @param words in the order written; empty only for a text without letters and digits
 * @param legalForms forms found, outermost first, such as {@code gmbh}; mostly none or one
 */
public record CompanyName(List<String> words, List<String> legalForms) {

  private static final Set<String> SILENT =
      Set.of("the", "and", "und", "et", "og", "och", "en", "y", "e");

  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("intl", "international"),
          Map.entry("internatl", "international"),
          Map.entry("natl", "national"),
          Map.entry("mfg", "manufacturing"),
          Map.entry("mfr", "manufacturer"),
          Map.entry("svc", "services"),
          Map.entry("svcs", "services"),
          Map.entry("service", "services"),
          Map.entry("serv", "services"),
          Map.entry("assoc", "associates"),
          Map.entry("assocs", "associates"),
          Map.entry("assn", "association"),
          Map.entry("bros", "brothers"),
          Map.entry("univ", "university"),
          Map.entry("hosp", "hospital"),
          Map.entry("ctr", "center"),
          Map.entry("centre", "center"),
          Map.entry("cntr", "center"),
          Map.entry("med", "medical"),
          Map.entry("dept", "department"),
          Map.entry("dist", "distribution"),
          Map.entry("tech", "technologies"),
          Map.entry("technology", "technologies"),
          Map.entry("sys", "systems"),
          Map.entry("system", "systems"),
          Map.entry("solution", "solutions"),
          Map.entry("mgmt", "management"),
          Map.entry("mgt", "management"),
          Map.entry("grp", "group"),
          Map.entry("gruppe", "group"),
          Map.entry("groupe", "group"),
          Map.entry("hldg", "holding"),
          Map.entry("hldgs", "holding"),
          Map.entry("holdings", "holding"),
          Map.entry("ind", "industries"),
          Map.entry("inds", "industries"),
          Map.entry("industry", "industries"),
          Map.entry("ent", "enterprises"),
          Map.entry("enterprise", "enterprises"),
          Map.entry("eng", "engineering"),
          Map.entry("constr", "construction"),
          Map.entry("ins", "insurance"),
          Map.entry("labs", "laboratories"),
          Map.entry("lab", "laboratories"),
          Map.entry("pharm", "pharmaceuticals"),
          Map.entry("st", "saint"),
          Map.entry("mt", "mount"),
          Map.entry("ft", "fort"),
          Map.entry("first", "1st"),
          Map.entry("second", "2nd"),
          Map.entry("third", "3rd"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"));

  public CompanyName {
    words = List.copyOf(words);
    legalForms = List.copyOf(legalForms);
  }

  /**
   * Reads a name: {@code "The Müller & Söhne G.m.b.H."} has the words {@code muller, sohne} and the
   * form {@code gmbh}. A name that is nothing but a form keeps it as a word.
   */
  public static CompanyName of(String text) {
    return new Reading(withInitialsJoined(splitAtGaps(PlainText.of(text)))).read();
  }

  /** The words without anything between them: {@code goodwill} for {@code Good Will}. */
  public String joined() {
    return String.join("", words);
  }

  /** Words apart at whatever is neither letter nor digit; apostrophes and dots of initials join. */
  private static List<String> splitAtGaps(String plain) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int sinceDot = 0; // letters of the word since its last dot
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        word.append(c);
        sinceDot++;
      } else if (c == '.' && sinceDot == 1) {
        sinceDot = 0;
      } else if (!isSilent(c)) {
        sinceDot = endWord(words, word);
      }
    }
    endWord(words, word);
    return words;
  }

  private static boolean isSilent(char c) {
    return c == '\'' || c == '’' || c == '`' || c == '´';
  }

  private static int endWord(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
    return 0;
  }

  /** {@code a, b, c, company} to {@code abc, company}. */
  private static List<String> withInitialsJoined(List<String> words) {
    List<String> joined = new ArrayList<>();
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
        initials.append(word);
      } else {
        endWord(joined, initials);
        joined.add(word);
      }
    }
    endWord(joined, initials);
    return joined;
  }

  /** Takes the legal forms off both ends and writes short forms out. */
  private static final class Reading {
    private List<String> words;
    private final List<String> forms = new ArrayList<>();

    Reading(List<String> words) {
      this.words = words;
    }

    CompanyName read() {
      while (takeForm(true)) {}
      while (takeForm(false)) {}
      List<String> spoken = words.stream().filter(word -> !SILENT.contains(word)).toList();
      List<String> kept = spoken.isEmpty() ? words : spoken;
      return new CompanyName(
          kept.stream().map(word -> WRITTEN_OUT.getOrDefault(word, word)).toList(), forms);
    }

    /** Takes the longest form off an end, unless no word would be left. */
    private boolean takeForm(boolean atEnd) {
      for (int many = Math.min(LegalForms.MOST_WORDS, words.size() - 1); many > 0; many--) {
        int from = atEnd ? words.size() - many : 0;
        Optional<String> form = LegalForms.find(words.subList(from, from + many));
        List<String> rest = atEnd ? words.subList(0, from) : words.subList(many, words.size());
        if (form.isPresent() && !SILENT.containsAll(rest)) {
          forms.add(form.get());
          words = rest;
          return true;
        }
      }
      return false;
    }
  }
}
