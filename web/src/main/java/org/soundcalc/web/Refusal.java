package org.soundcalc.web;

import java.util.List;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Severity;

/** There is no answer, and why. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> problems;

  Refusal(List<Diagnostic> problems) {
    super("", null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** An option that asks for what does not exist. */
  Refusal(String option, String message) {
    this(List.of(Diagnostic.of(option, Severity.ERROR, message)));
  }

  List<Diagnostic> problems() {
    return problems;
  }
}
