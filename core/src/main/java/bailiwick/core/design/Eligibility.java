package bailiwick.core.design;

import java.util.Arrays;

/**
 * Which territories each unit may belong to: those whose people have the skills, the language or
 * the industry. Immutable; owns its array and hands out none. Made by {@link #builder}.
 */
public final class Eligibility {

  private final int unitCount;
  private final int territoryCount;
  private final int words; // longs for each unit
  private final long[] allowed; // [unit * words + territory / 64] -> bits of territories

  private Eligibility(int unitCount, int territoryCount, long[] allowed) {
    this.unitCount = unitCount;
    this.territoryCount = territoryCount;
    this.words = wordsFor(territoryCount);
    this.allowed = allowed;
  }

  private static int wordsFor(int territoryCount) {
    return (territoryCount + Long.SIZE - 1) / Long.SIZE;
  }

  /** Starts with every unit allowed everywhere. */
  public static Builder builder(int unitCount, int territoryCount) {
    return new Builder(unitCount, territoryCount);
  }

  /** Starts with what is allowed here. */
  Builder toBuilder() {
    Builder copy = new Builder(unitCount, territoryCount);
    System.arraycopy(allowed, 0, copy.allowed, 0, allowed.length);
    return copy;
  }

  /** How many units it tells of. */
  public int unitCount() {
    return unitCount;
  }

  /** How many territories it tells of. */
  public int territoryCount() {
    return territoryCount;
  }

  /** Whether a unit may belong to a territory. */
  public boolean allows(int unit, int territory) {
    return (allowed[unit * words + territory / Long.SIZE] >>> territory & 1) != 0;
  }

  /** How many territories a unit may belong to. */
  public int count(int unit) {
    int count = 0;
    for (int k = 0; k < words; k++) {
      count += Long.bitCount(allowed[unit * words + k]);
    }
    return count;
  }

  /** The only territory a unit may belong to, -1 when there are several or none. */
  public int onlyTerritory(int unit) {
    int only = -1;
    for (int k = 0; k < words; k++) {
      long bits = allowed[unit * words + k];
      if (bits != 0) {
        if (only >= 0 || Long.bitCount(bits) > 1) {
          return -1;
        }
        only = k * Long.SIZE + Long.numberOfTrailingZeros(bits);
      }
    }
    return only;
  }

  /** Collects what is allowed. Not thread-safe. */
  public static final class Builder {

    private final int unitCount;
    private final int territoryCount;
    private final int words;
    private final long[] allowed;

    private Builder(int unitCount, int territoryCount) {
      this.unitCount = unitCount;
      this.territoryCount = territoryCount;
      this.words = wordsFor(territoryCount);
      this.allowed = new long[unitCount * words];
      Arrays.fill(allowed, -1);
      int over = words * Long.SIZE - territoryCount;
      for (int unit = 0; unit < unitCount && over > 0; unit++) {
        allowed[(unit + 1) * words - 1] = -1L >>> over;
      }
    }

    /** Lets a unit belong to no other territories than these, of those allowed so far. */
    public Builder only(int unit, int... territories) {
      long[] kept = new long[words];
      for (int territory : territories) {
        require(territory);
        kept[territory / Long.SIZE] |= 1L << territory;
      }
      for (int k = 0; k < words; k++) {
        allowed[unit * words + k] &= kept[k];
      }
      return this;
    }

    /** Keeps a unit out of a territory. */
    public Builder not(int unit, int territory) {
      require(territory);
      allowed[unit * words + territory / Long.SIZE] &= ~(1L << territory);
      return this;
    }

    /** Keeps a unit out of every territory that another one may not belong to. */
    Builder where(int unit, int other) {
      for (int k = 0; k < words; k++) {
        allowed[unit * words + k] &= allowed[other * words + k];
      }
      return this;
    }

    private void require(int territory) {
      if (territory < 0 || territory >= territoryCount) {
        throw new IllegalArgumentException(
            "The territory (%s) must lie from 0 to %s.".formatted(territory, territoryCount - 1));
      }
    }

    /** What is allowed. */
    public Eligibility build() {
      return new Eligibility(unitCount, territoryCount, allowed.clone());
    }
  }
}
