package bailiwick.intake.mapping;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cell looks like, whatever its column is called. */
enum CellShape {
  /** A mail address. */
  EMAIL {
    @Override
    boolean fits(String text) {
      return MAIL.matcher(text).matches();
    }
  },
  /** A web address or a host. */
  WEB {
    @Override
    boolean fits(String text) {
      return text.length() <= LONGEST && HOST.matcher(text).matches();
    }
  },
  /** A telephone number: seven digits or more, and signs that numbers are grouped by. */
  PHONE {
    @Override
    boolean fits(String text) {
      return text.length() <= LONGEST
          && TELEPHONE.matcher(text).matches()
          && text.chars().filter(Character::isDigit).count() >= 7;
    }
  },
  /** A postcode: at most ten letters and digits, one digit at least, three where all are digits. */
  POSTCODE {
    @Override
    boolean fits(String text) {
      return POST.matcher(text).matches()
          && text.chars().anyMatch(Character::isDigit)
          && (text.length() > 2 || text.chars().anyMatch(Character::isLetter));
    }
  },
  /** A state of the United States or a province of Canada, by code or name. */
  STATE {
    @Override
    boolean fits(String text) {
      return STATES.contains(text.toLowerCase(Locale.ROOT));
    }
  },
  /** A country, by ISO code or English name. */
  COUNTRY {
    @Override
    boolean fits(String text) {
      return COUNTRIES.contains(text.toLowerCase(Locale.ROOT));
    }
  },
  /**
   * What people and their ids look like: not a word in capitals, such as {@code PROPRIETARY}, and
   * no two such words with a dash between them.
   */
  PERSON {
    @Override
    boolean fits(String text) {
      return !SHOUTED.matcher(text).matches();
    }
  },
  /** A number in any habit. */
  NUMBER {
    @Override
    boolean fits(String text) {
      return NumberText.of(text) != null;
    }
  },
  /** A day in any habit. */
  DAY {
    @Override
    boolean fits(String text) {
      return DayText.of(text) != null;
    }
  };

  private static final int LONGEST = 200;

  private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,80}@[^\\s@]{1,80}\\.[^\\s@.]{2,}");
  private static final Pattern HOST =
      Pattern.compile("(?i)(https?://)?([\\p{L}\\p{N}-]+\\.)+[\\p{L}]{2,}(:\\d+)?([/?#].*)?");
  private static final Pattern TELEPHONE =
      Pattern.compile("[+]?[\\d ()./-]{7,}( ?(x|ext\\.?) ?\\d+)?");
  private static final Pattern POST = Pattern.compile("(?i)[a-z0-9]{1,6}([ -]?[a-z0-9]{1,4})?");
  private static final Pattern SHOUTED = Pattern.compile("\\p{Lu}{5,}|\\p{Lu}+ ?- ?\\p{Lu}+.*");

  private static final Set<String> STATES =
      Stream.of(
              "alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida",
              "georgia,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland",
              "massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada",
              "new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio",
              "oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee",
              "texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming",
              "district of columbia,puerto rico,al,ak,az,ar,ca,co,ct,de,fl,ga,hi,id,il,in,ia,ks,ky",
              "la,me,md,ma,mi,mn,ms,mo,mt,ne,nv,nh,nj,nm,ny,nc,nd,oh,ok,or,pa,ri,sc,sd,tn,tx,ut,vt",
              "va,wa,wv,wi,wy,dc,pr,ab,bc,mb,nb,nl,ns,nt,nu,on,pe,qc,sk,yt,alberta",
              "british columbia,manitoba,new brunswick,newfoundland and labrador,nova scotia",
              "ontario,prince edward island,quebec,saskatchewan")
          .flatMap(line -> Arrays.stream(line.split(",")))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> COUNTRIES = countries();

  private static Set<String> countries() {
    Set<String> countries = new HashSet<>(Set.of("usa", "uk", "united states of america"));
    for (String code : Locale.getISOCountries()) {
      countries.add(code.toLowerCase(Locale.ROOT));
      countries.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
    }
    return countries;
  }

  /** Whether a text that is not blank looks so. */
  abstract boolean fits(String text);

  /** What the cells of a field look like; empty when they may look like anything. */
  static Optional<CellShape> of(Field field) {
    return switch (field.kind()) {
      case AMOUNT, COUNT, DEGREES, SHARE -> Optional.of(NUMBER);
      case DATE -> Optional.of(DAY);
      case LIST -> Optional.empty();
      case TEXT ->
          switch (field.key()) {
            case "email" -> Optional.of(EMAIL);
            case "website" -> Optional.of(WEB);
            case "phone" -> Optional.of(PHONE);
            case "postcode" -> Optional.of(POSTCODE);
            case "region" -> Optional.of(STATE);
            case "country" -> Optional.of(COUNTRY);
            case "owner" -> Optional.of(PERSON);
            default -> Optional.empty();
          };
    };
  }

  /** Whether only such a field has cells of this shape, so that they tell it without a name. */
  boolean tellsAlone() {
    return switch (this) {
      case EMAIL, WEB, STATE, POSTCODE, COUNTRY -> true;
      case PHONE, PERSON, NUMBER, DAY -> false;
    };
  }

  /** Whether other cells contradict such a field; states have other names in other countries. */
  boolean isRequired() {
    return switch (this) {
      case EMAIL, WEB, PHONE, POSTCODE, PERSON, NUMBER, DAY -> true;
      case STATE, COUNTRY -> false;
    };
  }
}
