package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.keys.Limits;

/** The problems of a file: each is told once, whoever meets it. */
final class Problems {
  /** Of errors and of warnings. No file written by hand has more. */
  static final int MOST = Limits.PROBLEMS;

  private final Set<Problem> errors = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();

  /** The first that is not listed. */
  private Optional<Problem> overflow = Optional.empty();

  void error(Span place, String message) {
    add(errors, new Problem(place, Severity.ERROR, message, Optional.empty()));
  }

  void warning(Span place, String message) {
    warning(place, message, Optional.empty());
  }

  void warning(Span place, String message, Optional<String> regime) {
    add(warnings, new Problem(place, Severity.WARNING, message, regime));
  }

  boolean anyError() {
    return !errors.isEmpty();
  }

  /** How many more are listed. */
  int room() {
    return 2 * MOST - errors.size() - warnings.size();
  }

  /** All of them in the order of the file, those of the command line first. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>();
    errors.forEach(problem -> all.add(problem.diagnostic()));
    warnings.forEach(problem -> all.add(problem.diagnostic()));
    all.sort(Diagnostic::byPlace);
    Severity severity = anyError() ? Severity.ERROR : Severity.WARNING;
    overflow.ifPresent(
        more -> all.add(more.place.diagnostic(severity, "and more; too many to list")));
    return List.copyOf(all);
  }

  private void add(Set<Problem> problems, Problem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    } else if (overflow.isEmpty() && !problems.contains(problem)) {
      overflow = Optional.of(problem);
    }
  }

  private record Problem(Span place, Severity severity, String message, Optional<String> regime) {
    Diagnostic diagnostic() {
      return place.text().diagnostic(place, severity, message, regime);
    }

    /**
     * Said out, as is the hash: the code that Java makes for a record at its first use takes 10 ms.
     * All places are of one text.
     */
    @Override
    public boolean equals(Object other) {
      return other instanceof Problem problem
          && message.equals(problem.message)
          && place.from() == problem.place.from()
          && place.to() == problem.place.to()
          && severity == problem.severity
          && regime.equals(problem.regime);
    }

    @Override
    public int hashCode() {
      return message.hashCode();
    }
  }
}
