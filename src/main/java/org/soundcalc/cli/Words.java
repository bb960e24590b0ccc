package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option whose values are the constants of an enum, in any case. */
abstract class Words<E extends Enum<E>> implements ITypeConverter<E> {
  private final E[] constants;

  /** A reader of these constants. */
  Words(E[] constants) {
    this.constants = constants;
  }

  @Override
  public final E convert(String value) {
    List<String> words = new ArrayList<>(constants.length);
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
      words.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw new TypeConversionException(
        "expected one of " + String.join(", ", words) + ", got " + value);
  }
}
