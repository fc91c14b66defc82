package bailiwick.intake.duplicate;

import bailiwick.core.account.Address;
import bailiwick.core.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Accounts to be compared, held as bytes: a third of what they take as objects. Each is made anew
 * when it is asked for. Grows by {@link #add}; not thread-safe while it does.
 *
 * <p>Refuses more accounts than can be compared in the memory there is, by a problem.
 */
public final class ListedAccounts extends AbstractList<ListedAccount> implements RandomAccess {

  /** What comparing takes beside the accounts' own texts: measured, see {@code bench/README.md}. */
  private static final long BYTES_EACH = 400;

  /** Texts stand here as bytes, and once more in the form in which they compare. */
  private static final int TIMES_TEXTS = 3;

  /** Share of the memory that a search may take: the rest of the program goes on meanwhile. */
  private static final double SHARE = 0.6;

  private final long mostBytes;
  private final List<byte[]> rows = new ArrayList<>();
  private long bytes;

  private ListedAccounts(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** An empty list, for as many accounts as this program's memory allows. */
  public static ListedAccounts empty() {
    return within((long) (SHARE * Runtime.getRuntime().maxMemory()));
  }

  /** An empty list for a search that takes so many bytes at most, by a careful estimate. */
  static ListedAccounts within(long mostBytes) {
    return new ListedAccounts(mostBytes);
  }

  /**
   * The accounts of a list; the list itself when it is held so already.
   *
   * @throws ProblemException with {@code DUPLICATES_TOO_MANY} when its memory would not suffice
   */
  public static ListedAccounts of(List<ListedAccount> accounts) {
    if (accounts instanceof ListedAccounts held) {
      return held;
    }
    ListedAccounts held = empty();
    held.addAll(accounts);
    return held;
  }

  /**
   * Adds an account.
   *
   * @throws ProblemException with {@code DUPLICATES_TOO_MANY} when its memory would not suffice
   */
  @Override
  public boolean add(ListedAccount account) {
    byte[] row = pack(account);
    bytes += BYTES_EACH + (long) TIMES_TEXTS * row.length;
    if (bytes > mostBytes) {
      throw ProblemException.of(new DuplicateProblem.TooMany(rows.size(), mostBytes));
    }
    return rows.add(row);
  }

  @Override
  public ListedAccount get(int number) {
    Texts texts = new Texts(rows.get(number));
    return new ListedAccount(
        texts.next(),
        Long.parseLong(texts.next()),
        texts.next(),
        new Address(texts.next(), texts.next(), texts.next(), texts.next(), texts.next()),
        texts.next(),
        texts.next(),
        texts.next());
  }

  /** The places of all accounts in the order of their ids. */
  int[] placesById() {
    String[] ids = new String[rows.size()];
    Arrays.setAll(ids, this::id);
    return IntStream.range(0, ids.length)
        .boxed()
        .sorted(Comparator.comparing(place -> ids[place]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The same accounts in the order of their ids; a view that holds no account either. */
  public List<ListedAccount> byId() {
    return new Ordered(this, placesById());
  }

  private static final class Ordered extends AbstractList<ListedAccount> implements RandomAccess {
    private final ListedAccounts accounts;
    private final int[] places;

    Ordered(ListedAccounts accounts, int[] places) {
      this.accounts = accounts;
      this.places = places;
    }

    @Override
    public ListedAccount get(int number) {
      return accounts.get(places[number]);
    }

    @Override
    public int size() {
      return places.length;
    }
  }

  /** The id of an account. */
  String id(int number) {
    return new Texts(rows.get(number)).next();
  }

  @Override
  public int size() {
    return rows.size();
  }

  private static byte[] pack(ListedAccount account) {
    Address address = account.address();
    ByteArrayOutputStream packed = new ByteArrayOutputStream(256);
    put(packed, account.id());
    put(packed, Long.toString(account.row()));
    put(packed, account.name());
    put(packed, address.street());
    put(packed, address.city());
    put(packed, address.region());
    put(packed, address.postcode());
    put(packed, address.country());
    put(packed, account.website());
    put(packed, account.phone());
    put(packed, account.parent());
    return packed.toByteArray();
  }

  /** A text as its length, seven bits a byte with the lowest first, and its letters. */
  private static void put(ByteArrayOutputStream packed, String text) {
    byte[] letters = text.getBytes(StandardCharsets.UTF_8);
    int rest = letters.length;
    while (rest >= 0x80) {
      packed.write(rest | 0x80);
      rest >>>= 7;
    }
    packed.write(rest);
    packed.writeBytes(letters);
  }

  /** Reads the texts of a row one after the other. */
  private static final class Texts {
    private final byte[] row;
    private int at;

    Texts(byte[] row) {
      this.row = row;
    }

    String next() {
      int length = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = row[at++];
        length |= (part & 0x7F) << shift;
        if (part >= 0) {
          break;
        }
      }
      String text = new String(row, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }
  }
}
