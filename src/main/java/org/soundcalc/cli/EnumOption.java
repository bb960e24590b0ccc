package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** Options and arguments whose values are the constants of an enum, in any case. */
final class EnumOption {
  private EnumOption() {}

  /** {@code --format}, whose help calls its values {@code FORMAT}. */
  static <E extends Enum<E>> OptionSpec format(
      String name, E[] formats, String meaning, String byDefault, String example) {
    return of(formats, "FORMAT", Options.option(name, meaning, byDefault, example));
  }

  /** An option that takes one of these constants. */
  static <E extends Enum<E>> OptionSpec of(E[] constants, String label, OptionSpec.Builder option) {
    return option
        .paramLabel(label)
        .arity("1")
        .type(constants.getClass().getComponentType())
        .completionCandidates(words(constants))
        .converters(new Converter<>(constants))
        .build();
  }

  /** An argument that is one of these constants. */
  static <E extends Enum<E>> PositionalParamSpec of(
      E[] constants, String label, PositionalParamSpec.Builder argument) {
    return argument
        .paramLabel(label)
        .arity("1")
        .type(constants.getClass().getComponentType())
        .completionCandidates(words(constants))
        .converters(new Converter<>(constants))
        .build();
  }

  /** The constant as options spell it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> List<String> words(E[] constants) {
    List<String> words = new ArrayList<>(constants.length);
    for (E constant : constants) {
      words.add(word(constant));
    }
    return words;
  }

  /**
   * A class and not a lambda, of which no class-data archive holds any for picocli's interfaces.
   */
  private static final class Converter<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    Converter(E[] constants) {
      this.constants = constants;
    }

    @Override
    public E convert(String value) {
      for (E constant : constants) {
        if (word(constant).equalsIgnoreCase(value)) {
          return constant;
        }
      }
      throw new TypeConversionException(
          "expected one of " + String.join(", ", words(constants)) + ", got " + value);
    }
  }
}
