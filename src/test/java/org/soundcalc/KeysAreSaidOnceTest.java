package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.soundcalc.model.Family;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.InformationalKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.model.keys.TablesKey;

/**
 * What files spell is spelled in one place: the key. Whoever reads, sets, raises, lists or explains
 * it asks the key for its name, so that no two places can come to differ.
 */
class KeysAreSaidOnceTest {
  private static final Path MAIN = Path.of("src", "main", "java", "org", "soundcalc");

  /** Comments and characters are told from texts. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\n]*|'(?:\\\\.|[^'\\\\])+'|\"\"\".*?\"\"\""
              + "|\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  /** Words of outputs too: fields of JSON, columns of CSV and of tables, attributes of XML. */
  private static final Set<String> WORDS_OF_OUTPUTS =
      Set.of("arity", "field", "name", "verifies", "version");

  /** Readers of files and the reference of keys are to ask the keys; all else there writes. */
  private static final List<String> ASKING = List.of("io/toml/", "io/reference/");

  /** SWIRL's twins of a number are named after it. */
  private static final List<String> TWINS = List.of("soundness_", "proof_size_");

  /** The keys of each name, told from each other by what they say: proof systems have their own. */
  private static Map<String, Set<String>> keys() {
    List<Key<?, ?>> all = new ArrayList<>(CommonKeys.zkevm());
    all.addAll(CommonKeys.circuit());
    all.add(CommonKeys.GAP_TO_RADIUS);
    all.addAll(RecursionKeys.table());
    all.addAll(InformationalKeys.all());
    for (Family family : ServiceLoader.load(Family.class)) {
      all.addAll(family.keys());
      family.variants().forEach(variant -> all.addAll(variant.family().keys()));
      family.tables().stream().map(TablesKey::keys).forEach(all::addAll);
    }
    Map<String, Set<String>> keys = new TreeMap<>();
    all.forEach(key -> keys.computeIfAbsent(key.name(), n -> new TreeSet<>()).add(says(key)));
    return keys;
  }

  private static String says(Key<?, ?> key) {
    return String.join(
        "\n",
        key.type().description(),
        key.presence().toString(),
        key.meaning(),
        key.unit(),
        key.affects());
  }

  /** Where each text stands that is a word, once for each time. */
  private static Map<String, List<String>> words() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(MAIN)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    Map<String, List<String>> words = new TreeMap<>();
    for (Path source : sources) {
      String place = MAIN.relativize(source).toString().replace('\\', '/');
      for (Matcher token = TOKEN.matcher(Files.readString(source)); token.find(); ) {
        if (token.group(1) != null && !isOfAnOutput(token.group(1), place)) {
          words.computeIfAbsent(token.group(1), word -> new ArrayList<>()).add(place);
        }
      }
    }
    return words;
  }

  private static boolean isOfAnOutput(String word, String place) {
    return WORDS_OF_OUTPUTS.contains(word)
        && place.startsWith("io/")
        && ASKING.stream().noneMatch(place::startsWith);
  }

  @Test
  void everyKeyIsSaidOnce() throws IOException {
    Map<String, Set<String>> keys = keys();
    assertThat(keys).hasSizeGreaterThan(70).containsKeys("num_queries", "whir_num_queries");
    Map<String, List<String>> words = words();
    Map<String, List<String>> wrong = new TreeMap<>();
    for (String name : keys.keySet()) {
      List<String> places = words.getOrDefault(name, List.of());
      int least = isTwin(name, keys.keySet()) ? 0 : 1;
      if (places.size() < least || places.size() > keys.get(name).size()) {
        wrong.put(name, places);
      }
    }
    assertThat(wrong).as("names of keys, and where they are said").isEmpty();
  }

  private static boolean isTwin(String name, Set<String> names) {
    return TWINS.stream()
        .anyMatch(twin -> name.startsWith(twin) && names.contains(name.substring(twin.length())));
  }
}
