package org.soundcalc.io.report;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names of pages, from the names of files: letters, digits and hyphens alone, whatever a file
 * is called, and each once, also where a file system does not tell capitals apart.
 */
final class Stems {
  private static final int LONGEST = 60;
  private static final String NAMELESS = "zkvm";

  private final Set<String> taken = new HashSet<>(Set.of("index", "report"));

  /** The stem of a file's pages: {@code STEM-2} for a second file of that stem. */
  String of(String source) {
    String name = source.substring(source.replace('\\', '/').lastIndexOf('/') + 1);
    String plain =
        Normalizer.normalize(name.replaceFirst("(?i)\\.toml$", ""), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9_]+", "-")
            .replaceAll("^[-_]+|[-_]+$", "")
            .toLowerCase(Locale.ROOT);
    String stem = plain.isEmpty() ? NAMELESS : plain;
    stem = stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem;
    String unique = stem;
    for (int number = 2; !taken.add(unique); number++) {
      unique = stem + "-" + number;
    }
    return unique;
  }
}
