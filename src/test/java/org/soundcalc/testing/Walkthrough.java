package org.soundcalc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the docs that shows source files in full. */
public final class Walkthrough {
  /** A link to a source file, followed by its text. */
  private static final Pattern BLOCK =
      Pattern.compile("(?s)\\]\\(\\.\\./(src/[^)]+)\\):?\n\n```\\w*\n(.*?)```\n");

  private Walkthrough() {}

  /** Fails unless the page shows these files, each as it is, and no other. */
  public static void assertShows(Path path, List<Path> sources) throws IOException {
    String page = Files.readString(path);
    List<Path> shown = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int end = 0;
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      Path file = Path.of(block.group(1));
      shown.add(file);
      current.append(page, end, block.start(2)).append(Files.readString(file));
      end = block.end(2);
    }
    assertThat(shown).containsExactlyInAnyOrderElementsOf(sources);
    assertThat(page.split("```(java|toml|text)\n", -1)).hasSize(shown.size() + 1);
    Golden.assertMatches(path, current + page.substring(end));
  }
}
