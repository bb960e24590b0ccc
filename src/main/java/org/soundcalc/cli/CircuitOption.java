package org.soundcalc.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.CircuitEstimate;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --circuit}: the circuits of the files that are meant. */
final class CircuitOption {
  /** What it is called. */
  static final String NAME = "--circuit";

  private CircuitOption() {}

  /** Where it may be repeated. */
  static OptionSpec several() {
    return several("This circuit only; may be repeated.");
  }

  /** Where it may be repeated, with a meaning of its own. */
  static OptionSpec several(String meaning) {
    return Options.texts("NAME", Options.option(NAME, meaning, "all circuits", NAME + " riscv"));
  }

  /** Where it names one circuit. */
  static OptionSpec one(String meaning, String usual) {
    return Options.text("NAME", Options.option(NAME, meaning, usual, NAME + " riscv")).build();
  }

  /**
   * The names that were given, none where all circuits are meant.
   *
   * @throws UsageException if no file has a circuit of one of them
   */
  static List<String> names(Request request, Estimates estimates) {
    List<String> names = request.value(NAME, List.of());
    Map<String, CircuitEstimate> known = new LinkedHashMap<>();
    estimates.zkvms().forEach(zkvm -> known.putAll(zkvm.circuits()));
    names.forEach(name -> circuit(name, known));
    return names;
  }

  /**
   * The circuit of a name that was given.
   *
   * @throws UsageException if there is none
   */
  static <T> T circuit(String name, Map<String, T> known) {
    return UsageException.known(NAME + " " + name, name, "circuit", known);
  }
}
