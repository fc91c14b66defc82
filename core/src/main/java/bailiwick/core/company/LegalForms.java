package bailiwick.core.company;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The legal forms that stand before or after a company's name, and what each is called here. Forms
 * that mean the same in one country are one form; those of two countries are two. Stateless.
 */
final class LegalForms {

  /** Words of the longest form: {@code gesellschaft mit beschrankter haftung co kg}. */
  static final int MOST_WORDS = 6;

  private static final Map<String, String> FORMS = new HashMap<>();

  static {
    // English
    form("inc", "inc", "incorporated", "incorp");
    form("corp", "corp", "corporation");
    form("co", "co", "company", "cie", "compagnie");
    form("inc", "co inc", "company inc");
    form("llc", "llc", "limited liability company", "limited liability co", "lc");
    form("llp", "llp", "limited liability partnership");
    form("lp", "lp", "limited partnership");
    form("ltd", "ltd", "limited", "co ltd", "co limited", "company limited", "company ltd");
    form("plc", "plc", "public limited company", "public limited co");
    form("pc", "pc", "pllc", "professional corporation");
    form("ltd", "pty ltd", "pty limited", "proprietary limited", "pty");
    form("ltd", "pte ltd", "pte limited", "private limited", "pvt ltd", "pvt limited", "pvt");
    // German
    form("gmbh", "gmbh", "mbh", "ges mbh", "gesmbh", "gesellschaft mbh");
    form("gmbh", "gesellschaft mit beschrankter haftung", "ggmbh");
    form("gmbh co kg", "gmbh co kg", "gmbh und co kg", "gmbh u co kg", "ag co kg", "se co kg");
    form("gmbh co kg", "gesellschaft mit beschrankter haftung co kg");
    form("ag", "ag", "aktiengesellschaft");
    form("kg", "kg", "kommanditgesellschaft", "co kg");
    form("ohg", "ohg", "offene handelsgesellschaft");
    form("gbr", "gbr", "gesellschaft burgerlichen rechts");
    form("ug", "ug", "unternehmergesellschaft", "ug haftungsbeschrankt");
    form("ev", "ev", "eingetragener verein");
    form("eg", "eg", "eingetragene genossenschaft");
    form("ek", "ek", "eingetragener kaufmann", "eingetragene kauffrau");
    form("se", "se", "societas europaea");
    // French, Belgian, Swiss
    form("sa", "sa", "societe anonyme", "sociedad anonima", "sociedade anonima");
    form("sarl", "sarl", "societe a responsabilite limitee");
    form("sas", "sas", "sasu", "societe par actions simplifiee");
    form("sci", "sci", "societe civile immobiliere");
    form("snc", "snc", "societe en nom collectif");
    form("bvba", "bvba", "sprl");
    // Italian, Spanish, Portuguese
    form("spa", "spa", "societa per azioni");
    form("srl", "srl", "srls", "societa a responsabilita limitata");
    form("srl", "societatea cu raspundere limitata");
    form("sl", "sl", "slu", "sociedad limitada");
    form("sa de cv", "sa de cv", "sab de cv");
    form("s de rl de cv", "s de rl de cv", "srl de cv", "s de rl");
    form("ltda", "ltda", "limitada", "lda");
    // Dutch
    form("bv", "bv", "besloten vennootschap");
    form("nv", "nv", "naamloze vennootschap");
    form("vof", "vof", "vennootschap onder firma");
    form("cv", "cv", "commanditaire vennootschap");
    // Northern
    form("ab", "ab", "aktiebolag", "ab publ", "aktiebolag publ");
    form("as", "as", "aktieselskab", "aksjeselskap", "asa");
    form("aps", "aps", "anpartsselskab");
    form("oy", "oy", "oyj", "osakeyhtio", "oy ab");
    // Eastern
    form("sp zoo", "sp zoo", "sp z oo", "spolka z ograniczona odpowiedzialnoscia");
    form("sro", "sro", "spol s ro");
    form("kft", "kft");
    form("zrt", "zrt", "nyrt");
    form("doo", "doo");
    form("ooo", "ooo", "ооо", "общество с ограниченной ответственностью");
    form("jsc", "jsc", "ojsc", "cjsc", "pjsc", "oao", "zao", "pao", "ao", "оао", "зао", "пао");
    form("jsc", "joint stock company", "open joint stock company", "public joint stock company");
    form("jsc", "closed joint stock company", "акционерное общество", "ао");
    form("as", "anonim sirketi");
    // Asian
    form("kk", "kk", "kabushiki kaisha");
    form("bhd", "bhd", "sdn bhd", "berhad");
    form("pt", "pt", "perseroan terbatas");
    form("tbk", "tbk", "pt tbk");
  }

  private LegalForms() {}

  private static void form(String name, String... writings) {
    for (String writing : writings) {
      FORMS.put(PlainText.of(writing), name);
    }
  }

  /** The form that some words write, all of them; none when they write something else. */
  static Optional<String> find(List<String> words) {
    return Optional.ofNullable(FORMS.get(String.join(" ", words)));
  }

  /** For tests: every writing is one that the words of a name can come to. */
  static List<String> writings() {
    return Arrays.asList(FORMS.keySet().toArray(String[]::new));
  }
}
