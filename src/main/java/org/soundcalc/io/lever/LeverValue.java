package org.soundcalc.io.lever;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.io.document.Brief;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;

/** Values of levers as a table has room for them; JSON has them in full. */
public final class LeverValue {
  private static final int LONGEST = 18;
  private static final int DIGITS = 6;

  private LeverValue() {}

  /**
   * {@return a value as it is}
   *
   * @param key whose value it is
   * @param circuit that has it
   */
  public static String from(Key<Circuit, ?> key, Circuit circuit) {
    return text(key.get(circuit));
  }

  /**
   * {@return a value as it is with one more unit}
   *
   * @param key whose value it is
   * @param circuit that has it then
   */
  public static String to(Key<Circuit, ?> key, Circuit circuit) {
    Object value = key.get(circuit);
    return value instanceof List<?> && key.lever().isPresent() ? "each + 1" : text(value);
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(LeverValue::text).orElse("left out");
    }
    if (value instanceof Rate rate) {
      return "1/" + BigInteger.ONE.shiftLeft(rate.log2Inverse());
    }
    if (value instanceof Field field) {
      return "^" + field.degree();
    }
    if (value instanceof List<?> list && list.size() > 3 && Set.copyOf(list).size() == 1) {
      return text(list.get(0)) + ", " + list.size() + " times";
    }
    String text = Spelling.of(value);
    return value instanceof Rational && text.length() > DIGITS + 2
        ? text.substring(0, DIGITS) + ".."
        : Brief.TEXT.of(text, LONGEST);
  }
}
