package org.soundcalc.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;

/**
 * Every point of the product of some levers' values, the last lever's fastest. What neighbours have
 * in common is certified once.
 */
public final class Sweep {
  /** Points that a thread takes at once, and that fewer are not worth a second thread. */
  private static final int CHUNK = 1_000;

  /** Chunks that are in the making before the first of them is handed out. */
  private static final int CHUNKS = 16;

  private final Prepared start;
  private final List<Lever> levers;
  private final BigInteger size;

  /** Whether the value of one lever would follow from another's, were it none itself. */
  private final boolean atOnce;

  /**
   * A sweep.
   *
   * @param circuit to start from
   * @param regimes that points are estimated under
   * @param levers what is varied, at least one, each key once
   * @throws IllegalArgumentException if there is none, or a key is there twice
   */
  public Sweep(Circuit circuit, List<Regime> regimes, List<Lever> levers) {
    this.start = Prepared.of(circuit, regimes);
    this.levers = List.copyOf(levers);
    List<Key<Circuit, ?>> keys = new ArrayList<>();
    BigInteger product = BigInteger.ONE;
    for (Lever lever : levers) {
      keys.add(lever.key());
      product = product.multiply(BigInteger.valueOf(lever.values().size()));
    }
    if (levers.isEmpty() || keys.stream().map(Key::label).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("levers with keys of their own: " + keys);
    }
    this.size = product;
    this.atOnce = keys.stream().anyMatch(key -> Keys.followerOf(key, keys).isPresent());
  }

  /** {@return the circuit that it starts from} */
  public Circuit circuit() {
    return start.circuit();
  }

  /** {@return what is varied} */
  public List<Lever> levers() {
    return levers;
  }

  /** {@return how many points there are} */
  public BigInteger size() {
    return size;
  }

  /**
   * A point.
   *
   * @param <T> what is measured of it
   * @param index its number, from 0
   * @param measured what was measured; nothing where the point contradicts itself
   * @param reason why it does; else empty
   */
  public record Point<T>(long index, Optional<T> measured, String reason) {}

  /**
   * {@return which of a lever's values a point has}
   *
   * @param index of the point
   * @param lever the lever's, from 0
   */
  public int valueAt(long index, int lever) {
    long stride = 1;
    for (int i = lever + 1; i < levers.size(); i++) {
      stride *= levers.get(i).values().size();
    }
    return (int) (index / stride % levers.get(lever).values().size());
  }

  /**
   * Visits every point.
   *
   * @param <T> what is measured
   * @param measure of a circuit that does not contradict itself; by several threads
   * @param visitor of the points in their order; by this thread
   * @throws ArithmeticException if there are 2^63 points or more
   */
  public <T> void forEach(Function<Prepared, T> measure, Consumer<Point<T>> visitor) {
    long all = size.longValueExact();
    for (long from = 0; from < all; from += (long) CHUNK * CHUNKS) {
      long first = from;
      long chunks = Math.min(CHUNKS, (all - from + CHUNK - 1) / CHUNK);
      LongStream numbers = LongStream.range(0, chunks);
      List<List<Point<T>>> done =
          (chunks > 1 ? numbers.parallel() : numbers)
              .mapToObj(i -> chunk(first + i * CHUNK, all, measure))
              .toList();
      done.forEach(chunk -> chunk.forEach(visitor));
    }
  }

  private <T> List<Point<T>> chunk(long from, long all, Function<Prepared, T> measure) {
    long to = Math.min(all, from + CHUNK);
    List<Point<T>> points = new ArrayList<>((int) (to - from));
    Walk walk = new Walk();
    for (long i = from; i < to; i++) {
      points.add(point(i, walk, measure));
    }
    return points;
  }

  private <T> Point<T> point(long index, Walk walk, Function<Prepared, T> measure) {
    try {
      Prepared prepared = walk.to(index);
      Optional<Assessment.Refused> refusal = prepared.refusal();
      return refusal.isPresent()
          ? new Point<>(
              index, Optional.empty(), refusal.get().key().name() + " " + refusal.get().message())
          : new Point<>(index, Optional.of(measure.apply(prepared)), "");
    } catch (InvalidConfiguration contradiction) {
      return new Point<>(index, Optional.empty(), contradiction.getMessage());
    }
  }

  /** From point to point: the circuit with the first levers' values is kept for the next one. */
  private final class Walk {
    private final int[] values = new int[levers.size()];

    /** With the values of the levers up to each, but for the last. */
    private final List<Prepared> kept = new ArrayList<>();

    Prepared to(long index) {
      int last = values.length - 1;
      for (int i = 0; i <= last; i++) {
        int value = valueAt(index, i);
        if (i < kept.size() && values[i] != value) {
          kept.subList(i, kept.size()).clear();
        }
        values[i] = value;
      }
      if (atOnce || !reaches(last)) {
        return atOnce();
      }
      return step(last == 0 ? start : kept.get(last - 1), last);
    }

    /** Whether the values of so many levers fit the rest without the others'. */
    private boolean reaches(int some) {
      try {
        for (int i = kept.size(); i < some; i++) {
          kept.add(step(i == 0 ? start : kept.get(i - 1), i));
        }
        return true;
      } catch (InvalidConfiguration contradiction) {
        return false;
      }
    }

    private Prepared step(Prepared before, int lever) {
      Key<Circuit, ?> key = levers.get(lever).key();
      Object value = levers.get(lever).typed().get(values[lever]);
      return key.lever().isPresent() ? before.raised(key, value) : before.with(Map.of(key, value));
    }

    private Prepared atOnce() {
      Map<Key<Circuit, ?>, Object> all = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        all.put(levers.get(i).key(), levers.get(i).typed().get(values[i]));
      }
      return start.with(all);
    }
  }
}
