package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.gate.Finding;

/** Terms in a few words: {@code query phase 53, commit rounds 1-20 81-97, 8 lookups 95-101}. */
final class TermGroups {
  private static final String LOOKUPS = "lookups";

  /**
   * A round's number at the end, or its indices in brackets; else parts of one protocol have its
   * name before a line.
   */
  private static final Pattern ROUND = Pattern.compile("(.*\\S) ([0-9]{1,9})|([^(]+)\\(.*\\)");

  private TermGroups() {}

  /** The terms of a circuit that are below what is required, those with the fewest bits first. */
  static String of(Finding.Shortfall shortfall) {
    Set<String> lookups =
        shortfall.circuit().circuit().keys().stream()
            .flatMap(key -> key.entry().stream())
            .filter(entry -> entry.table().equals(LOOKUPS))
            .map(entry -> entry.name())
            .collect(Collectors.toSet());
    Map<String, List<CertifiedTerm>> groups = new LinkedHashMap<>();
    for (CertifiedTerm term : shortfall.obstacles()) {
      groups.computeIfAbsent(group(term.term().name(), lookups), g -> new ArrayList<>()).add(term);
    }
    List<String> texts = new ArrayList<>();
    groups.forEach((name, terms) -> texts.add(name(name, terms) + " " + bits(terms)));
    return String.join(", ", texts);
  }

  private static String group(String term, Set<String> lookups) {
    Matcher round = ROUND.matcher(term);
    if (lookups.contains(term)) {
      return LOOKUPS;
    }
    if (!round.matches()) {
      int part = term.indexOf('_');
      return part < 0 ? term : term.substring(0, part) + " terms";
    }
    return round.group(1) != null ? round.group(1) + "s" : round.group(3) + " terms";
  }

  private static String name(String group, List<CertifiedTerm> terms) {
    if (terms.size() == 1) {
      return terms.get(0).term().name();
    }
    List<Integer> numbers = new ArrayList<>();
    for (CertifiedTerm term : terms) {
      Matcher round = ROUND.matcher(term.term().name());
      if (round.matches() && round.group(2) != null && !group.equals(LOOKUPS)) {
        numbers.add(Integer.parseInt(round.group(2)));
      }
    }
    numbers.sort(Comparator.naturalOrder());
    boolean isRun =
        numbers.size() == terms.size()
            && numbers.get(numbers.size() - 1) - numbers.get(0) == terms.size() - 1;
    return isRun
        ? group + " " + numbers.get(0) + "-" + numbers.get(numbers.size() - 1)
        : terms.size() + " " + group;
  }

  private static String bits(List<CertifiedTerm> terms) {
    long least = terms.stream().mapToLong(CertifiedTerm::bits).min().orElseThrow();
    long most = terms.stream().mapToLong(CertifiedTerm::bits).max().orElseThrow();
    return least == most ? Long.toString(least) : least + "-" + most;
  }
}
