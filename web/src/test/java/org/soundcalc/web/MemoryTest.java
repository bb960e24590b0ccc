package org.soundcalc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page is told after a slider's move is what it is told when it asks anew for all. */
class MemoryTest {
  private static final Pattern NAME = Pattern.compile("(?m)^\\[\\[circuits]]\\nname = \"(.*)\"$");

  /** Of a zkVM, in a text within JSON. */
  private static final String CIRCUITS = "\n      \\\"circuits\\\": [";

  private static Request request(
      String command, Map.Entry<String, String> file, String set, String circuit) {
    return new Request(
        command, file.getKey(), file.getValue(), "", "", "", "", List.of(set), circuit);
  }

  private static String document(Request request) {
    String answer = Calculation.answer(request);
    assertThat(answer).as("%s", request).startsWith("{\"status\":0,");
    return answer.replace("\\n", "\n");
  }

  private static List<String> circuits(String text) {
    return NAME.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  @Test
  void answersAreWhatTheyAreWithoutIt() throws IOException {
    int compared = 0;
    for (Map.Entry<String, String> file : Requests.files().entrySet()) {
      for (String circuit : circuits(file.getValue()).stream().limit(1).toList()) {
        for (String command : List.of("estimate", "milestones", "keys")) {
          document(request(command, file, "hash_size_bits=300", ""));
          Request asked = request(command, file, '"' + circuit + "\".hash_size_bits=200", "");
          String remembered = document(asked);
          Memory.forget();
          assertThat(document(asked)).as("%s", asked).isEqualTo(remembered);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  /** From move to move of several circuits, and back, each answer is what it is by itself. */
  @Test
  void movesInARowAreAnsweredAsEachByItself() throws IOException {
    int compared = 0;
    for (Map.Entry<String, String> file : Requests.files().entrySet()) {
      Map<Request, String> answers = new LinkedHashMap<>();
      Memory.forget();
      for (int bits : new int[] {200, 120, 200, 300, 90}) {
        for (String circuit : circuits(file.getValue()).stream().limit(2).toList()) {
          for (String command : List.of("estimate", "milestones", "keys")) {
            Request asked =
                request(command, file, '"' + circuit + "\".hash_size_bits=" + bits, circuit);
            String answer = document(asked);
            assertThat(answers.getOrDefault(asked, answer)).isEqualTo(answer);
            answers.put(asked, answer);
          }
        }
      }
      for (Map.Entry<Request, String> answer : answers.entrySet()) {
        Memory.forget();
        assertThat(document(answer.getKey())).isEqualTo(answer.getValue());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  /** The accounting and the model of sizes are not what memory goes by: circuits differ by them. */
  @Test
  void otherOptionsAreNotAnsweredByWhatIsRemembered() throws IOException {
    int different = 0;
    for (Map.Entry<String, String> file : Requests.files().entrySet()) {
      String usual = document(request("estimate", file, "hash_size_bits=200", ""));
      for (List<String> options : List.of(List.of("strict", ""), List.of("", "sent"))) {
        Request asked =
            new Request(
                "estimate",
                file.getKey(),
                file.getValue(),
                "",
                "",
                options.get(0),
                options.get(1),
                List.of("hash_size_bits=200"),
                "");
        String remembered = document(asked);
        Memory.forget();
        assertThat(document(asked)).as("%s", asked).isEqualTo(remembered);
        different += remembered.equals(usual) ? 0 : 1;
      }
    }
    assertThat(different).isGreaterThan(20);
  }

  @Test
  void anAnswerAboutOneCircuitSaysAllElseAsOneAboutAllDoes() throws IOException {
    int compared = 0;
    for (Map.Entry<String, String> file : Requests.files().entrySet()) {
      String all = document(request("estimate", file, "hash_size_bits=200", ""));
      for (String circuit : circuits(file.getValue()).stream().limit(3).toList()) {
        String one = document(request("estimate", file, "hash_size_bits=200", circuit));
        int begin = all.indexOf(CIRCUITS) + CIRCUITS.length();
        assertThat(one).startsWith(all.substring(0, begin));
        int end = one.indexOf("\n      ]", begin);
        assertThat(all).contains(one.substring(begin, end)).endsWith(one.substring(end));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
  }
}
