package org.soundcalc.search.space;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.FieldType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.RateType;

/**
 * Every value that a domain has for a circuit, as TOML has it. Folding schedules whose end follows
 * are of any length, up to dimension 1; other lists are as long as the circuit's.
 */
public final class DomainValues {
  private static final int USUAL_LOG_INVERSE_RATES = 6;
  private static final long USUAL_GRINDING = 24;
  private static final long USUAL_QUERIES = 400;
  private static final int USUAL_DEGREE = 8;
  private static final int USUAL_FIELD_BITS = 320;

  private final Domain domain;
  private final Circuit circuit;

  private DomainValues(Domain domain, Circuit circuit) {
    this.domain = domain;
    this.circuit = circuit;
  }

  /**
   * {@return the values of a domain, in their order}
   *
   * @param domain of one of the circuit's keys
   * @param circuit which says what is fixed, and how long lists are
   * @throws IllegalArgumentException if there is none, or there are more than {@value
   *     Domain#MOST_VALUES}: which is known before they are made
   */
  public static List<Object> of(Domain domain, Circuit circuit) {
    return new DomainValues(domain, circuit).values();
  }

  private List<Object> values() {
    if (domain instanceof Domain.Listed listed) {
      return listed.values();
    }
    if (domain instanceof Domain.Fixed) {
      return List.of(now());
    }
    if (domain instanceof Domain.Automatic) {
      return automatic(DomainReader.present(domain.key().type()));
    }
    Domain.Lists lists = (Domain.Lists) domain;
    Optional<Integer> logDimension =
        circuit
            .foldingDesign()
            .filter(design -> design.factorsKey().label().equals(domain.key().label()))
            .map(FoldingDesign::logDimension);
    return List.copyOf(
        logDimension.isPresent()
            ? schedules(lists, logDimension.get())
            : ofLength(lists, ((List<?>) now()).size()));
  }

  /** The value that the circuit has. */
  private Object now() {
    Object value = domain.key().get(circuit);
    return raw(
        value instanceof Optional<?> optional
            ? optional.orElseThrow(
                () ->
                    new IllegalArgumentException(
                        domain.key() + " is left out in " + circuit.id().name() + ": write values"))
            : value);
  }

  private static Object raw(Object value) {
    if (value instanceof Rate rate) {
      return raw(rate.value());
    }
    if (value instanceof Rational rational) {
      return new BigDecimal(rational.toString());
    }
    return value instanceof Field field ? field.tomlName() : value;
  }

  private List<Object> automatic(KeyType<?> type) {
    if (type instanceof BooleanType) {
      return List.of(false, true);
    }
    if (type instanceof ChoiceType choice) {
      return List.copyOf(choice.choices());
    }
    Key<Circuit, ?> key = domain.key();
    if (type instanceof RateType) {
      return parsed(key, "1/2..1/" + (1 << USUAL_LOG_INVERSE_RATES));
    }
    if (type.equals(IntegerType.GRINDING)) {
      return parsed(key, "0.." + USUAL_GRINDING);
    }
    if (type.equals(IntegerType.QUERIES)) {
      return parsed(key, "1.." + USUAL_QUERIES);
    }
    if (type instanceof FieldType) {
      Field now = circuit.id().field();
      int most = Math.min(USUAL_DEGREE, USUAL_FIELD_BITS / now.baseBits());
      String base = now.base().tomlName();
      return parsed(key, base + "^1.." + Math.max(now.degree(), most));
    }
    throw new IllegalArgumentException(
        key + " has no usual values: write some, as in " + key + "=" + DomainReader.example(type));
  }

  private static List<Object> parsed(Key<Circuit, ?> key, String text) {
    return ((Domain.Listed) Domain.parse(key, text)).values();
  }

  /** Those that fold a code of this dimension to one of at least 1. */
  private static List<List<Long>> schedules(Domain.Lists lists, int logDimension) {
    boolean factors = lists.areFactors();
    List<List<Long>> all = new ArrayList<>();
    if (lists instanceof Domain.AnyOf any) {
      DomainReader.requireFew(count(any.elements(), factors, logDimension));
      addAll(List.of(), any.elements(), factors, logDimension, all);
      return all;
    }
    if (lists instanceof Domain.Uniform uniform) {
      for (long element : uniform.elements()) {
        for (int n = 1; n * log(element, factors) <= logDimension; n++) {
          all.add(Collections.nCopies(n, element));
        }
      }
      return all;
    }
    long most = ((Domain.Capped) lists).most();
    for (int n = 0; n * log(most, factors) <= logDimension; n++) {
      for (long last : lists.elements()) {
        if (n * log(most, factors) + log(last, factors) <= logDimension) {
          all.add(capped(most, n, last));
        }
      }
    }
    return all;
  }

  private static long log(long element, boolean isFactor) {
    return isFactor ? Long.numberOfTrailingZeros(element) : element;
  }

  private static List<Long> capped(long most, int times, long last) {
    List<Long> list = new ArrayList<>(Collections.nCopies(times, most));
    list.add(last);
    return list;
  }

  /** How many lists there are whose logarithms add up to at most this, the empty one left out. */
  private static BigInteger count(List<Long> elements, boolean factors, int most) {
    List<BigInteger> counts = new ArrayList<>();
    for (int n = 0; n <= most; n++) {
      BigInteger count = BigInteger.ZERO;
      for (long element : elements) {
        long log = log(element, factors);
        if (log <= n) {
          count = count.add(BigInteger.ONE).add(counts.get((int) (n - log)));
        }
      }
      counts.add(count);
    }
    return counts.get(most);
  }

  private static void addAll(
      List<Long> start, List<Long> elements, boolean factors, long left, List<List<Long>> all) {
    for (long element : elements) {
      long log = log(element, factors);
      if (log <= left) {
        List<Long> longer = new ArrayList<>(start);
        longer.add(element);
        all.add(longer);
        addAll(longer, elements, factors, left - log, all);
      }
    }
  }

  private static List<List<Long>> ofLength(Domain.Lists lists, int length) {
    List<List<Long>> all = new ArrayList<>();
    if (lists instanceof Domain.Uniform) {
      lists.elements().forEach(element -> all.add(Collections.nCopies(length, element)));
      return all;
    }
    if (lists instanceof Domain.Capped capped) {
      lists.elements().forEach(last -> all.add(capped(capped.most(), length - 1, last)));
      return all;
    }
    DomainReader.requireFew(BigInteger.valueOf(lists.elements().size()).pow(length));
    all.add(List.of());
    for (int i = 0; i < length; i++) {
      List<List<Long>> shorter = List.copyOf(all);
      all.clear();
      for (List<Long> start : shorter) {
        for (long element : lists.elements()) {
          List<Long> longer = new ArrayList<>(start);
          longer.add(element);
          all.add(longer);
        }
      }
    }
    return all;
  }
}
