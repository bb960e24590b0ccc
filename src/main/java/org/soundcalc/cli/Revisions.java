package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.io.revision.RevisionInputs;
import org.soundcalc.io.revision.RevisionPath;
import org.soundcalc.io.toml.Inputs;

/** Arguments that name a file or folder, of today or at a revision. */
final class Revisions {
  /** How help says it. */
  static final String MEANING =
      "REV: for the other side's path at a git revision (REV:PATH for another path)";

  private Revisions() {}

  /**
   * Reads what an argument names.
   *
   * @param others what the other side names, whose paths {@code REV:} stands for
   * @throws UsageException if it stands for none
   */
  static Inputs read(String argument, List<String> others, Request request) {
    Optional<RevisionPath> named = RevisionPath.of(argument);
    if (named.isEmpty()) {
      return request.read(List.of(argument));
    }
    List<RevisionPath> paths = new ArrayList<>();
    if (named.get().path().isEmpty()) {
      others.forEach(other -> paths.add(named.get().or(path(argument, other))));
    } else {
      paths.add(named.get());
    }
    return RevisionInputs.read(paths);
  }

  /** The path that the other side names. */
  private static String path(String argument, String other) {
    String path = RevisionPath.of(other).map(RevisionPath::path).orElse(other);
    if (path.isEmpty() || path.equals(Inputs.STANDARD_INPUT)) {
      throw new UsageException(
          "%s stands for the other side's path, and %s has none: write it out, as in %szkvms"
              .formatted(argument, other.isEmpty() ? "\"\"" : other, argument));
    }
    return path;
  }
}
