package org.soundcalc.io.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;

/** Where the errors of proof systems come from. */
final class Sources {
  private Sources() {}

  /** The places in the literature, in one line. */
  static String of(Family family) {
    return family.sources().stream().map(Citation::toString).collect(Collectors.joining("; "));
  }

  /** The papers of all of them, each once. */
  static Set<Paper> papers(List<Family> families) {
    Set<Paper> papers = new LinkedHashSet<>();
    for (Family family : families) {
      family.sources().forEach(source -> papers.add(source.paper()));
    }
    return papers;
  }
}
