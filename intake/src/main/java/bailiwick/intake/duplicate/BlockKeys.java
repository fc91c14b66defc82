package bailiwick.intake.duplicate;

import bailiwick.core.company.PhoneNumber;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The traits that bring two accounts together to be compared: an account has at most one key of a
 * kind, but one for each of its telling words. Immutable and thread-safe.
 */
final class BlockKeys {

  /** Kinds of keys; {@link #kindOf} reads them back. */
  enum Kind {
    DOMAIN(0, "a domain"),
    PHONE(1, "the end of a phone number"),
    DOORSTEP(2, "a house number and postcode"),
    LETTERS(3, "the consonants of their names"),
    WORDS(4, "two words of their names"),
    WORD_AND_PLACE(5, "a word of their names and the postcode"),
    RARE_WORD(6, "a word of their names");

    private final int number; // under 8, for it stands in a key's lowest bits
    private final String words;

    Kind(int number, String words) {
      this.number = number;
      this.words = words;
    }

    /** For people: {@code a domain}. */
    String words() {
      return words;
    }
  }

  private static final int KIND_BITS = 3;
  private static final int MOST_WORDS = 3;
  private static final int FEWEST_CONSONANTS = 3;

  private final WordWeights weights;
  private final int mostInBlock;

  BlockKeys(WordWeights weights, int mostInBlock) {
    this.weights = weights;
    this.mostInBlock = mostInBlock;
  }

  /** The keys of an account as hashes; the lowest bits tell the kind. */
  long[] of(Traits account) {
    var keys = new Keys();
    keys.add(Kind.DOMAIN, account.domain());
    PhoneNumber phone = account.phone();
    keys.add(Kind.PHONE, phone == null ? "" : phone.ending());
    keys.add(Kind.DOORSTEP, account.doorstep());
    keys.add(Kind.LETTERS, consonants(account.letters()));
    List<String> telling = telling(account.words());
    String place = account.postcode().isEmpty() ? account.city() : account.postcode();
    for (String word : telling) {
      keys.add(Kind.WORD_AND_PLACE, place.isEmpty() ? "" : word + " " + place);
      keys.add(Kind.RARE_WORD, weights.times(word) <= mostInBlock ? word : "");
    }
    if (telling.size() > 1) {
      keys.add(Kind.WORDS, inOrder(telling.get(0), telling.get(1)));
    }
    return keys.toArray();
  }

  /** The kind of a key. */
  static Kind kindOf(long key) {
    int number = (int) (key & ((1 << KIND_BITS) - 1));
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.number == number)
        .findFirst()
        .orElseThrow();
  }

  /** The rarest words, rarest first; common ones only when there is no other. */
  private List<String> telling(List<String> words) {
    List<String> rarestFirst =
        words.stream()
            .distinct()
            .sorted(
                Comparator.comparingDouble(weights::weight)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> telling =
        rarestFirst.stream().filter(word -> !WordWeights.isCommon(word)).limit(MOST_WORDS).toList();
    return telling.isEmpty() ? rarestFirst.stream().limit(2).toList() : telling;
  }

  private static String inOrder(String a, String b) {
    return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
  }

  /**
   * A name's consonants in alphabetical order, each once for a run of it: {@code crystalord} and
   * {@code cristalrod} share theirs. Whole names in other scripts and digits stay as they are.
   */
  static String consonants(String joined) {
    char[] kept = new char[joined.length()];
    int size = 0;
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      boolean repeated = i > 0 && joined.charAt(i - 1) == c && !Character.isDigit(c);
      if (!repeated && "aeiouy".indexOf(c) < 0) {
        kept[size++] = c;
      }
    }
    if (size < FEWEST_CONSONANTS) {
      return joined;
    }
    Arrays.sort(kept, 0, size);
    return new String(kept, 0, size);
  }

  /** Collects keys without doubles. */
  private static final class Keys {
    private long[] keys = new long[12];
    private int size;

    void add(Kind kind, String trait) {
      if (trait.isEmpty()) {
        return;
      }
      long key = (TextHash.of(trait, kind.number) << KIND_BITS) | kind.number;
      for (int k = 0; k < size; k++) {
        if (keys[k] == key) {
          return;
        }
      }
      keys = size == keys.length ? Arrays.copyOf(keys, size * 2) : keys;
      keys[size++] = key;
    }

    long[] toArray() {
      return Arrays.copyOf(keys, size);
    }
  }
}
