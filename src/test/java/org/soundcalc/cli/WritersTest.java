package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.testing.RunnerModel;
import org.soundcalc.testing.TomlText;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every writer against names made of what has a meaning in some format, read back by parsers. */
class WritersTest {
  private static final Terminal WIDE = new Terminal(false, false, 2000, false, false);

  /** What a terminal, or whoever reads a log, obeys or does not see; not the joiners of emoji. */
  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}&&[^\\n\\t \\u3000\\u200C\\u200D]]");

  private static final Pattern RUN = Pattern.compile("(?s)[=+\\-@\\t\\r].*");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");
  private static final String GATE = "--min-bits=61";

  @TempDir private Path folder;
  private String file;

  private String run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(file);
    CliRun run = CliRun.in(WIDE, "", Plugins.installed(), all.toArray(String[]::new));
    assertThat(run.code()).as(all + run.err()).isBetween(0, 1);
    assertThat(OBEYED.matcher(run.out() + run.err()).find()).as(run.out()).isFalse();
    return run.out();
  }

  private static String visible(String name) {
    return OBEYED.matcher(name).replaceAll("\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "＝1",
        "a|b",
        "`code`",
        "<img src=x onerror=a()>",
        "</text><script>a</script>",
        "<!-- x",
        "[x](http://e)",
        "![x](y)",
        "&amp;",
        "a\"b",
        "a'b",
        "a\\b",
        "a\\nb",
        "a,b",
        "a;b",
        "%25 %0A::error::x",
        "::error::x",
        "##[error]x",
        "{0}",
        "]]>",
        "a --> b",
        "end",
        "*b*",
        "_i_",
        "~~s~~",
        "# h",
        "$x$",
        "%%{init}%%",
        "電 🦀",
        "a\u202Eb",
        "\u2066a\u2069",
        "\u200Fa\u200E",
        "\u061Ca",
        "a\u200Db",
        "a\u200Bb",
        "\uFEFFa",
        "a\u00A0b",
        "\u00ADa",
        "a\uDB40\uDC41"
      })
  void namesComeBack(String name) throws Exception {
    file = Files.writeString(folder.resolve("a.toml"), toml(name)).toString();
    String text = visible(name);
    for (String[] command :
        new String[][] {
          {"estimate"}, {"compare"}, {"milestones"}, {"graph"}, {"diff", file}, {"check", GATE}
        }) {
      if (!command[0].equals("diff")) { // which says nothing of what is the same
        assertThat(run(command)).as(command[0]).contains(text);
      }
      if (!command[0].equals("graph")) {
        assertThat(texts(run(with(command, "json")))).as(command[0]).contains(name);
      }
    }
    for (String[] command : new String[][] {{"estimate"}, {"compare"}, {"milestones"}}) {
      List<List<String>> rows = csv(run(with(command, "csv")));
      assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
      List<String> cells = rows.stream().flatMap(List::stream).toList();
      assertThat(cells)
          .contains(RUN.matcher(text.replace('＝', '=')).matches() ? "'" + text : text)
          .noneMatch(cell -> RUN.matcher(cell).matches() && !NUMBER.matcher(cell).matches());
      String page = run(with(command, "markdown"));
      assertThat(page.replaceAll("\\\\([\\\\`*|<\\[\\]#~&_])", "$1")).contains(text);
      assertTables(page);
    }
    assertThat(xml(run("check", GATE, "--format=junit"))).anyMatch(t -> t.contains(text));
    assertThat(texts(run("check", GATE, "--format=sarif")))
        .anyMatch(t -> t.startsWith(name + "/" + name));
    String github = run("check", GATE, "--format=github");
    assertThat(RunnerModel.commands(github))
        .hasSameSizeAs(github.lines().filter(line -> line.startsWith("::")).toList());
    assertThat(xml(run("graph", "--format=svg"))).anyMatch(t -> t.contains(text));
    String dot = run("graph", "--format=dot").replaceAll("\\\\(.)", "$1");
    assertThat(dot.replace("&#35;", "#").replace("&amp;", "&")).contains("[label=\"" + text);
    assertThat(run("graph", "--format=mermaid")).contains("c0[\"" + coded(text) + "<br/>");
  }

  /** A name that nobody would read is cut in tables, and whole for programs. */
  @Test
  void longNamesAreShortenedVisibly() throws Exception {
    String name = "n".repeat(10_000);
    file = Files.writeString(folder.resolve("a.toml"), toml(name)).toString();
    for (String command : List.of("estimate", "compare", "milestones", "check")) {
      assertThat(run(command)).contains("n".repeat(58) + "..." + "n".repeat(58));
    }
    assertThat(texts(run("estimate", "--format=json"))).contains(name);
  }

  /** Neither a source line nor its carets are wider than the terminal. */
  @Test
  void caretsStandUnderTheValueOnATerminal() throws Exception {
    String value = "\"" + "v".repeat(100) + "\"";
    Path bad = folder.resolve("b.toml");
    Files.writeString(bad, "[zkevm]\nname = \"a\"\nx = { " + "y".repeat(70) + " = 1, z = 3 3 }\n");
    Terminal narrow = new Terminal(true, true, 60, false, false);
    String[] check = {"check", "--color=never", bad.toString()};
    List<String> lines =
        CliRun.in(narrow, "", Plugins.installed(), check).err().lines().skip(1).limit(2).toList();
    assertThat(lines).allMatch(shown -> shown.length() <= 60);
    assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('3');
    Files.writeString(bad, "[zkevm]\nname = \"a\"\nfield = " + value + "\n");
    lines = CliRun.in(narrow, "", Plugins.installed(), check).err().lines().toList();
    assertThat(lines)
        .contains("field = \"" + "v".repeat(51), "        " + "^".repeat(52))
        .noneMatch(shown -> shown.contains("^".repeat(53)));
    assertThat(CliRun.of(check).err()).contains("\n        " + "^".repeat(102) + "\n");
  }

  /** A source line shows where there is something that is not seen. */
  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\uFEFF", "\u00A0", "\u2028", "\u202E", "\uDB40\uDC41"})
  void sourceLinesShowWhatIsNotSeen(String hidden) throws Exception {
    Path bad = folder.resolve("b.toml");
    Files.writeString(bad, "[zkevm] # a" + hidden + "b\nname = \"a" + hidden + "\" x\n");
    CliRun run = CliRun.of("estimate", bad.toString());
    assertThat(run.err()).contains("\nname = \"a\uFFFD\" x\n            ^").doesNotContain(hidden);
  }

  @Test
  void aFileThatLooksLikeAnOptionIsToldHowToBeGiven() {
    assertThat(CliRun.of("check", "-dash.toml").err())
        .startsWith(
            "soundcalc: -dash.toml looks like an option; write the file as ./-dash.toml or after"
                + " --\n");
    assertThat(CliRun.of("check", "--", "-dash.toml").err())
        .startsWith("-dash.toml: error: there is no such file or folder");
  }

  private static String[] with(String[] command, String format) {
    return Stream.concat(Stream.of(command), Stream.of("--format=" + format))
        .toArray(String[]::new);
  }

  /** Rows of one table have as many cells each; no tag but ours is left. */
  private static void assertTables(String page) {
    int cells = 0;
    for (String line : page.split("\n", -1)) {
      String bare = line.replaceAll("\\\\.", "");
      int here = line.startsWith("|") ? bare.split("\\|", -1).length : 0;
      assertThat(here == 0 || cells == 0 || here == cells).as(line).isTrue();
      cells = here;
      assertThat(bare.replaceAll("</?(details|summary)>", "")).doesNotContain("<");
    }
  }

  private static List<String> texts(String json) throws Exception {
    List<String> texts = new ArrayList<>();
    collect(new ObjectMapper().readTree(json), texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> collect(child, texts));
  }

  private static List<String> xml(String document) throws Exception {
    NodeList all =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("*");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      texts.add(element.getTextContent());
      IntStream.range(0, element.getAttributes().getLength())
          .forEach(j -> texts.add(element.getAttributes().item(j).getNodeValue()));
    }
    return texts;
  }

  /** A reader of RFC 4180. */
  private static List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && text.charAt(i + 1) == '"') {
        cell.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }

  /** As Mermaid takes a text: what is no letter, digit or blank may stand as its code. */
  private static String coded(String text) {
    return Pattern.compile("[\"#&<>`*_\\\\\\[\\]~|:.+=%$-]")
        .matcher(text)
        .replaceAll(c -> "#" + c.group().codePointAt(0) + ";");
  }

  private static String quoted(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    name.chars()
        .forEach(
            c -> quoted.append(c < 0x80 || c == 0x2028 ? String.format("\\u%04X", c) : (char) c));
    return quoted.append('"').toString();
  }

  private static String toml(String name) {
    String circuit = TomlText.friStark() + "grinding_query_phase = 16\n";
    return """
    [zkevm]
    name = %1$s
    field = "KoalaBear^4"
    hash_size_bits = 256
    [recursion]
    max_leaf_proofs = 4
    [[circuits]]
    name = %1$s
    %2$s
    [[circuits.lookups]]
    name = %3$s
    rows_L = 65536
    rows_T = 256
    [[circuits]]
    name = "top"
    verifies = [%1$s]
    arity = 4
    %2$s
    """
        .formatted(quoted(name), circuit, quoted(name + " L"));
  }
}
