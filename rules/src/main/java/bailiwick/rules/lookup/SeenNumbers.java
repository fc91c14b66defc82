package bailiwick.rules.lookup;

import java.util.Arrays;

/** Numbers from 0 that came by before. An explanation begins several, so they begin small. */
final class SeenNumbers {

  private static final int FIRST_SIZE = 16;

  private int[] places = new int[FIRST_SIZE]; // hashed: number + 1; 0 for none
  private int size;

  /** Whether a number comes by for the first time. */
  boolean add(int number) {
    if (2 * size >= places.length) {
      int[] before = places;
      places = new int[2 * before.length];
      size = 0;
      Arrays.stream(before).filter(known -> known > 0).forEach(known -> add(known - 1));
    }
    int place = place(number);
    while (places[place] != 0 && places[place] != number + 1) {
      place = (place + 1) & (places.length - 1);
    }
    if (places[place] != 0) {
      return false;
    }
    places[place] = number + 1;
    size++;
    return true;
  }

  private int place(int number) {
    int mixed = number * 0x9E3779B1;
    return (mixed ^ (mixed >>> 15)) & (places.length - 1);
  }
}
