package org.soundcalc.search.space;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.FractionType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.RateType;
import org.soundcalc.model.keys.Spelling;

/** Reads a domain, and decides how large it is before it makes anything of it. */
final class DomainReader {
  private static final Pattern CALL = Pattern.compile("([A-Za-z]+)\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final List<String> CALLS = List.of("any", "uniform", "capped");
  static final String RANGE = "..";
  static final String LISTS =
      "lists, as in [8, 8], [8], or any(2,4,8), uniform(2,4,8) or capped(16)";

  private final Key<Circuit, ?> key;
  private final String text;
  private final KeyType<?> type;

  DomainReader(Key<Circuit, ?> key, String text, KeyType<?> type) {
    this.key = key;
    this.text = text.strip();
    this.type = type;
  }

  /** The type of what is there, of a key that may be left out. */
  static KeyType<?> present(KeyType<?> type) {
    return type instanceof KeyType.OrNothing<?> optional ? optional.type() : type;
  }

  /** The integers of a list's type up to this one, ascending. */
  static List<Long> upTo(Key<?, ?> key, long most) {
    KeyType<?> element = ((ListType<?>) present(key.type())).element();
    List<Long> all = new ArrayList<>();
    if (element instanceof PowerOfTwoType powers) {
      for (long power = powers.min(); power <= most; power *= 2) {
        all.add(power);
      }
    } else {
      for (long some = Math.max(1, ((IntegerType) element).min()); some <= most; some++) {
        all.add(some);
      }
    }
    return all;
  }

  Key<Circuit, ?> key() {
    return key;
  }

  Domain read() {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          key + " has no values: write some, as in " + key + "=" + example(type));
    }
    if (text.equals("auto")) {
      return new Domain.Automatic(key, text);
    }
    if (text.equals("fixed")) {
      return new Domain.Fixed(key, text);
    }
    Matcher call = CALL.matcher(text);
    return call.matches() ? lists(call.group(1), call.group(2)) : listed(type, text);
  }

  /** A domain of such values. */
  static String example(KeyType<?> type) {
    if (type instanceof ListType<?>) {
      return "uniform(2,4,8)";
    }
    if (type instanceof RateType) {
      return "1/2..1/64";
    }
    if (type instanceof FractionType) {
      return "0.001..0.03:0.001";
    }
    if (type instanceof PowerOfTwoType) {
      return "1024..65536";
    }
    return type instanceof IntegerType ? "1..100" : "auto";
  }

  private Domain lists(String word, String inside) {
    if (!CALLS.contains(word)) {
      throw new IllegalArgumentException(
          "%s(...) is no domain: there are any, uniform and capped%s"
              .formatted(word, Suggestions.hint(word, CALLS)));
    }
    KeyType<?> element = type instanceof ListType<?> list ? list.element() : type;
    boolean areIntegers = element instanceof IntegerType || element instanceof PowerOfTwoType;
    if (element == type || !areIntegers) {
      throw new IllegalArgumentException(
          "%s(...) is for lists of integers, and %s is %s"
              .formatted(word, key, type.description()));
    }
    if (word.equals("capped")) {
      return new Domain.Capped(key, text, factor(element, checked(element, scalar(inside))));
    }
    List<Long> elements =
        listed(element, inside).values().stream()
            .map(some -> factor(element, some))
            .sorted()
            .toList();
    return word.equals("any")
        ? new Domain.AnyOf(key, text, elements)
        : new Domain.Uniform(key, text, elements);
  }

  private long factor(KeyType<?> element, Object value) {
    long factor = ((Number) value).longValue();
    if (element instanceof PowerOfTwoType && factor > 1L << Domain.MOST_LOG_FACTOR) {
      throw new IllegalArgumentException(
          "factors are varied up to %d, got %d".formatted(1L << Domain.MOST_LOG_FACTOR, factor));
    }
    if (factor > Domain.MOST_VALUES) {
      throw tooLarge(BigInteger.valueOf(factor));
    }
    return factor;
  }

  private Domain.Listed listed(KeyType<?> of, String items) {
    List<Object> values = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (String item : DomainText.parts(items)) {
      int range = item.startsWith("\"") || item.startsWith("[") ? -1 : item.indexOf(RANGE);
      List<Object> some =
          range < 0
              ? List.of(checked(of, scalar(item)))
              : new RangeReader(this, of)
                  .read(item.substring(0, range), item.substring(range + RANGE.length()));
      if (values.size() + some.size() > Domain.MOST_VALUES) {
        throw tooLarge(BigInteger.valueOf((long) values.size() + some.size()));
      }
      for (Object value : some) {
        if (!seen.add(Spelling.of(value))) {
          throw new IllegalArgumentException(Spelling.of(value) + " is there twice");
        }
        values.add(value);
      }
    }
    return new Domain.Listed(key, text, values);
  }

  static Object scalar(String item) {
    return DomainText.value(item.strip());
  }

  /** A value, if it is of this type. */
  Object checked(KeyType<?> of, Object value) {
    parsed(of, value);
    return value;
  }

  /** A value as its type has it. */
  <T> T parsed(KeyType<T> of, Object value) {
    Parsed<T> parsed = of.parse(value);
    if (parsed instanceof Parsed.Valid<T> valid) {
      return valid.value();
    }
    Parsed.Fault fault = ((Parsed.Invalid<T>) parsed).faults().get(0);
    StringBuilder message = new StringBuilder(key.name());
    fault.path().forEach(index -> message.append('[').append(index).append(']'));
    message.append(" must be ").append(fault.expected()).append(", got ");
    boolean isScaled = fault.got() instanceof BigDecimal && !(of instanceof FractionType);
    message.append(brief(isScaled ? scaled(fault.got()) : Spelling.of(fault.got())));
    if (value instanceof String word) {
      of.meant(word)
          .ifPresent(meant -> message.append("; did you mean ").append(meant).append('?'));
    }
    if (of instanceof IntegerType || of instanceof PowerOfTwoType) {
      boolean isPower = of instanceof PowerOfTwoType;
      DomainText.integer(value)
          .map(meant -> isPower ? DomainText.powers(meant) : meant.toString())
          .ifPresent(meant -> message.append(": write ").append(meant));
    }
    if (of instanceof FractionType && value instanceof String text) {
      DomainText.near(text)
          .ifPresent(near -> message.append(": write a decimal, such as ").append(near));
    }
    if (of instanceof RateType) {
      DomainText.nearest(value).ifPresent(rates -> message.append(": write ").append(rates));
    }
    if (of instanceof ListType<?> && !(value instanceof List<?>)) {
      message.append(": write ").append(LISTS);
    }
    throw new IllegalArgumentException(message.toString());
  }

  /** As one writes it, not as Java does. */
  private static String scaled(Object decimal) {
    return decimal.toString().replace("E+", "e").replace('E', 'e');
  }

  static String brief(String value) {
    return value.length() > 60 ? value.substring(0, 60) + "..." : value;
  }

  static void requireFew(BigInteger count) {
    if (count.compareTo(BigInteger.valueOf(Domain.MOST_VALUES)) > 0) {
      throw tooLarge(count);
    }
  }

  private static IllegalArgumentException tooLarge(BigInteger count) {
    return new IllegalArgumentException(
        "%s values are too many, at most %d of a key are tried: take a larger step, or a part"
            .formatted(count, Domain.MOST_VALUES));
  }
}
