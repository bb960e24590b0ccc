package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.soundcalc.model.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Options and arguments whose values are the constants of an enum, in any case. */
final class EnumOption {
  private EnumOption() {}

  /**
   * An option that takes one of these constants, by default the first.
   *
   * @param label of its value in the help
   * @param name with its hyphens
   * @param meaning one or two sentences
   * @param example one of the constants
   */
  static <E extends Enum<E>> OptionSpec of(
      E[] constants, String label, String name, String meaning, E example) {
    String usage = name + " " + word(example);
    return of(constants, label, Options.option(name, meaning, word(constants[0]), usage));
  }

  /** An option that takes one of these constants, and may be repeated. */
  static <E extends Enum<E>> OptionSpec several(
      E[] constants, String label, OptionSpec.Builder option) {
    List<String> words = new ArrayList<>();
    for (E constant : constants) {
      words.add(word(constant));
    }
    return Options.texts(label, option.completionCandidates(words));
  }

  /** An option that takes one of these constants. */
  static <E extends Enum<E>> OptionSpec of(E[] constants, String label, OptionSpec.Builder option) {
    List<String> words = new ArrayList<>();
    for (E constant : constants) {
      words.add(word(constant));
    }
    return Options.text(label, option).completionCandidates(words).build();
  }

  /**
   * Checks the values of options and arguments that take some words alone. (A converter of
   * picocli's would do so too, but no class that is one can be in the class-data archive of Java
   * 25.)
   *
   * @throws ParameterException if a value is none of its words
   */
  static void check(ParseResult arguments) {
    for (ArgSpec argument : arguments.matchedArgs()) {
      if (argument.completionCandidates() != null) {
        check(argument, arguments.commandSpec().commandLine());
      }
    }
  }

  private static void check(ArgSpec argument, CommandLine command) {
    List<String> words = new ArrayList<>();
    argument.completionCandidates().forEach(words::add);
    Object given = argument.getValue();
    for (Object value : given instanceof List<?> values ? values : List.of(given)) {
      check(argument, words, value.toString(), command);
    }
  }

  private static void check(
      ArgSpec argument, List<String> words, String value, CommandLine command) {
    boolean isList = words.stream().anyMatch(word -> word.contains(","));
    if (isList || words.stream().anyMatch(word -> word.equalsIgnoreCase(value))) {
      return; // a list is checked where it is read
    }
    String where =
        argument instanceof OptionSpec option
            ? "option '" + option.longestName() + "'"
            : "positional parameter at index 0 (" + argument.paramLabel() + ")";
    throw new ParameterException(
        command,
        "Invalid value for "
            + where
            + ": expected one of "
            + String.join(", ", words)
            + ", got "
            + (value.isEmpty() ? "an empty value" : value)
            + Suggestions.hint(value, words));
  }

  /** The constant of a word that was checked. */
  static <E extends Enum<E>> E constant(String word, Class<E> type) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The constant as options spell it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
