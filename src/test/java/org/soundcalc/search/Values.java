package org.soundcalc.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.FieldType;
import org.soundcalc.model.keys.FractionType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.RateType;

/** Random values of keys, most of them near the ones that are set. */
final class Values {
  private Values() {}

  /** A value of a type, if possible another one than {@code now}. */
  @SuppressWarnings("unchecked") // a type says what its values are
  static <T> T of(KeyType<T> type, T now, Random random) {
    return (T) value(type, now, random);
  }

  private static Object value(KeyType<?> type, Object now, Random random) {
    if (type instanceof IntegerType range) {
      long near = (long) now + random.nextInt(7) - 3;
      long small = random.nextInt(200);
      return Math.max(range.min(), Math.min(range.max(), random.nextBoolean() ? near : small));
    }
    if (type instanceof PowerOfTwoType) {
      return 1L << random.nextInt(24);
    }
    if (type instanceof RateType) {
      return Rate.ofLog2Inverse(1 + random.nextInt(5));
    }
    if (type instanceof BooleanType) {
      return random.nextBoolean();
    }
    if (type instanceof FieldType) {
      return new Field(((Field) now).base(), 1 + random.nextInt(8));
    }
    if (type instanceof FractionType) {
      return Rational.of(1 + random.nextInt(40), 200);
    }
    if (type instanceof ChoiceType choice) {
      return choice.choices().get(random.nextInt(choice.choices().size()));
    }
    if (type instanceof KeyType.OrNothing<?> optional) {
      return random.nextInt(4) == 0
          ? Optional.empty()
          : Optional.of(present(optional.type(), (Optional<?>) now, random));
    }
    return list((ListType<?>) type, (List<?>) now, random);
  }

  private static Object present(KeyType<?> type, Optional<?> now, Random random) {
    return value(type, now.isPresent() ? now.get() : type.placeholder(), random);
  }

  private static Object list(ListType<?> type, List<?> now, Random random) {
    List<Object> values = new ArrayList<>(now);
    int index = random.nextInt(values.size());
    values.set(index, value(type.element(), values.get(index), random));
    return values;
  }
}
