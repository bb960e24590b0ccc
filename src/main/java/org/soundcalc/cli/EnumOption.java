package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** Options and arguments whose values are the constants of an enum, in any case. */
final class EnumOption {
  private EnumOption() {}

  /** An option that takes one of these constants. */
  static <E extends Enum<E>> OptionSpec.Builder option(
      String label, E[] constants, OptionSpec.Builder option) {
    return option
        .paramLabel(label)
        .arity("1")
        .type(constants.getClass().getComponentType())
        .completionCandidates(words(constants))
        .converters(value -> parse(value, constants));
  }

  /** An argument that is one of these constants. */
  static <E extends Enum<E>> PositionalParamSpec.Builder argument(
      String label, E[] constants, PositionalParamSpec.Builder argument) {
    return argument
        .paramLabel(label)
        .arity("1")
        .type(constants.getClass().getComponentType())
        .completionCandidates(words(constants))
        .converters(value -> parse(value, constants));
  }

  private static <E extends Enum<E>> E parse(String value, E[] constants) {
    for (E constant : constants) {
      if (word(constant).equalsIgnoreCase(value)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "expected one of " + String.join(", ", words(constants)) + ", got " + value);
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
}
