package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

class TomlReaderTest {
  private static final String EVERYTHING =
      """
      top = 1 # c
      "quoted key" = 'lit'
      a.b."c.d" = [1, [2, "x]", '''y]'''], {k = "v,}", z.w = 2}] # ] }
      multi = \"""
      text with \\\""" and "" quotes ""\"""
      arr = [ # c [
        1, 2, # ]
        { n = 1 },
        1979-05-27 07:32:00Z , -inf
      ]
      [ t . u ]
      x = true
      [t.u.v]
      y = 0x1F
      [[arr2]]
      name = "é𝔽"
      [[arr2.sub]]
      p = 1
      [arr2.sub.q]
      r = 2
      [[arr2]]
      	tabbed	=	3
      [[arr2.sub]]
      """;

  private final SourceText text = SourceText.ofFile("t.toml", EVERYTHING);
  private final TomlValue root = TomlReader.read(text).root();

  @Test
  void agreesWithAnotherParserOnEveryPlace() {
    var parsed = Toml.parse(EVERYTHING);
    assertThat(parsed.errors()).isEmpty();

    List<List<Object>> paths = new ArrayList<>();
    compareTable(List.of(), parsed, paths);

    assertThat(paths).hasSize(39);
  }

  private void compareTable(List<Object> path, TomlTable table, List<List<Object>> paths) {
    for (String name : table.keySet()) {
      List<Object> below = below(path, name);
      Span key = find(below).key();
      compare(below, key, table.inputPositionOf(List.of(name)));
      paths.add(below);
      compareBelow(below, table.get(List.of(name)), paths);
    }
  }

  private void compareBelow(List<Object> path, Object value, List<List<Object>> paths) {
    if (value instanceof TomlTable table) {
      compareTable(path, table, paths);
    } else if (value instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        List<Object> below = below(path, i);
        compare(below, find(below).place(), array.inputPositionOf(i));
        paths.add(below);
        compareBelow(below, array.get(i), paths);
      }
    }
  }

  private void compare(List<Object> path, Span span, TomlPosition expected) {
    assertThat(span.start())
        .as(path.toString())
        .isEqualTo(new Place(expected.line(), expected.column()));
  }

  @Test
  void valuesEndWhereTheyEnd() {
    assertThat(value("top")).isEqualTo("1");
    assertThat(value("quoted key")).isEqualTo("'lit'");
    assertThat(value("a", "b", "c.d", 1)).isEqualTo("[2, \"x]\", '''y]''']");
    assertThat(value("a", "b", "c.d", 2, "z", "w")).isEqualTo("2");
    assertThat(value("multi")).endsWith("quotes \"\"\"\"\"");
    assertThat(value("arr", 3)).isEqualTo("1979-05-27 07:32:00Z");
    assertThat(value("arr", 4)).isEqualTo("-inf");
    assertThat(value("t", "u")).isEqualTo("[ t . u ]");
    assertThat(value("arr2", 1, "tabbed")).isEqualTo("3");
    assertThat(value("arr2", 1, "sub", 0)).isEqualTo("[[arr2.sub]]");
  }

  private String value(Object... path) {
    return find(List.of(path)).place().slice();
  }

  private static List<Object> below(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private TomlValue find(List<?> path) {
    TomlValue found = root;
    for (Object step : path) {
      found =
          step instanceof Integer index
              ? found.elements().orElseThrow().get(index)
              : found.members().orElseThrow().get(step);
    }
    return found;
  }

  @Test
  void elementsAreFoundAsFarAsThereAreAny() {
    TomlValue array = find(List.of("a", "b", "c.d"));

    assertThat(array.element(List.of(1, 1)).place().slice()).isEqualTo("\"x]\"");
    assertThat(array.element(List.of(1, 7))).isSameAs(array.element(List.of(1)));
    assertThat(array.element(List.of())).isSameAs(array);
  }
}
