package org.soundcalc.protocols.fri;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of FRI's terms, made once. */
final class FriTerms {
  static final String BATCHING = "batching";
  static final String QUERY_PHASE = "query phase";

  /** No domain is folded more often. */
  private static final List<String> COMMIT_ROUNDS =
      IntStream.rangeClosed(1, 64).mapToObj(i -> "commit round " + i).toList();

  /** Each name, and after how many commit rounds there is a term of that name. */
  private static final Map<String, Integer> ROUNDS_BEFORE = roundsBefore();

  private static final int SHORTEST_ROUND = COMMIT_ROUNDS.get(0).length();
  private static final int NEVER = Integer.MAX_VALUE;

  private FriTerms() {}

  private static Map<String, Integer> roundsBefore() {
    Map<String, Integer> rounds = new HashMap<>(Map.of(BATCHING, 0, QUERY_PHASE, 0));
    for (int i = 1; i <= COMMIT_ROUNDS.size(); i++) {
      rounds.put(commitRound(i), i);
    }
    return rounds;
  }

  /** That of a commit round, counted from 1. */
  static String commitRound(int i) {
    return COMMIT_ROUNDS.get(i - 1);
  }

  /** All that there may be with so many commit rounds. */
  static Set<String> names(int rounds) {
    return ROUNDS_BEFORE.keySet().stream()
        .filter(name -> has(rounds, name))
        .collect(Collectors.toSet());
  }

  /** Searches ask of each lookup's name, and few are as long as these. */
  static boolean has(int rounds, String name) {
    return switch (name) {
      case BATCHING, QUERY_PHASE -> true;
      default ->
          name.length() >= SHORTEST_ROUND && ROUNDS_BEFORE.getOrDefault(name, NEVER) <= rounds;
    };
  }

  static boolean isOfQueriesOrFolds(String term) {
    return ROUNDS_BEFORE.containsKey(term) && !term.equals(BATCHING);
  }
}
