package bailiwick.rules.space;

import java.util.Arrays;
import java.util.BitSet;

/** A set of questions by their numbers. Mutable while classes are made, then left alone. */
public final class Questions {

  private int[] numbers = new int[2];
  private int size;

  void add(int question) {
    if (size > 0 && numbers[size - 1] == question) {
      return; // a value that a question names twice
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = question;
  }

  void addAll(Questions others) {
    for (int i = 0; i < others.size; i++) {
      add(others.numbers[i]);
    }
  }

  public int size() {
    return size;
  }

  public int at(int position) {
    return numbers[position];
  }

  public BitSet toBitSet() {
    BitSet set = new BitSet();
    for (int i = 0; i < size; i++) {
      set.set(numbers[i]);
    }
    return set;
  }
}
