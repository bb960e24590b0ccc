package org.soundcalc.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each element once, and in an order that readers of either list know. */
class MatchingTest {
  @ParameterizedTest
  @CsvSource({
    "abc, abc, a b c",
    "abc, ac, a -b c",
    "ac, abc, a +b c",
    "abc, cba, c b a",
    "abcd, xby, +x -a b +y -c -d",
    "'', ab, +a +b",
    "ab, '', -a -b",
    "aab, aba, a b a",
    "ab, aab, a +a b",
  })
  void removedElementsStandWhereTheyStood(String before, String after, String expected) {
    List<String> shown = new ArrayList<>();
    for (Change<String> change :
        Matching.byName(Change.of(characters(before), characters(after)), name -> name)) {
      String sign =
          switch (change.kind()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED, UNCHANGED -> "";
          };
      shown.add(sign + change.latest().orElseThrow());
    }
    assertThat(String.join(" ", shown)).isEqualTo(expected);
  }

  private static List<String> characters(String text) {
    return text.chars().mapToObj(c -> Character.toString((char) c)).toList();
  }
}
