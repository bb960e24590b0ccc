package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soundcalc.testing.JsonSchema;

/** The pages of a report: their numbers, links and structure, and that nothing is loaded. */
class ReportPagesTest {
  private static final BigDecimal KIB = BigDecimal.valueOf(8192);
  private static final int LARGEST = 500 * 1024;

  @TempDir private static Path folder;

  private static Map<String, Document> pages;

  /** The elements of each page that have an id: asking jsoup for one walks through them all. */
  private static final Map<String, Map<String, Element>> BY_ID = new HashMap<>();

  private static JsonNode json;

  @BeforeAll
  static void write() throws IOException {
    Path site = folder.resolve("site");
    CliRun run =
        CliRun.of(
            "report",
            "-o",
            site.toString(),
            "zkvms/pico.toml",
            "zkvms/zisk.toml",
            "zkvms/sp1.toml",
            "zkvms/openvm2.toml",
            "zkvms/dummy_whir.toml",
            "zkvms/zkdtvm.toml");
    assertThat(run.code()).as(run.err()).isZero();
    pages = pages(site);
    pages.forEach(
        (name, page) -> {
          Map<String, Element> elements = new HashMap<>();
          page.select("[id]").forEach(element -> elements.putIfAbsent(element.id(), element));
          BY_ID.put(name, elements);
        });
    json = new ObjectMapper().readTree(site.resolve("report.json").toFile());
  }

  /**
   * A phone's narrow column would break grinding_query_phase and Dma64AlignedMemCpy within words.
   */
  @Test
  void namesBreakAfterTheirLowLines() {
    for (String section : List.of("levers", "circuits")) {
      Element name =
          pages
              .get("pico.html")
              .selectFirst("section[aria-labelledby=" + section + "] th:has(wbr)");
      assertThat(name.html()).startsWith(name.text().replace("_", "_<wbr>"));
    }
    Document zisk = pages.get("zisk.html");
    for (String name : List.of("Dma64<wbr>Aligned<wbr>Mem<wbr>Cpy", "Final_<wbr>Compressed")) {
      assertThat(zisk.select("#figures ~ div th a").eachText()).contains(name.replace("<wbr>", ""));
      assertThat(zisk.html()).contains(">" + name + "</a>");
    }
  }

  private static Map<String, Document> pages(Path site) throws IOException {
    Map<String, Document> pages = new LinkedHashMap<>();
    try (var files = Files.list(site)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).sorted().toList()) {
        pages.put(file.getFileName().toString(), Jsoup.parse(Files.readString(file)));
      }
    }
    return pages;
  }

  /** An element's place in report.json: its own, after those of all that it is in. */
  private static String pointer(Element element) {
    StringBuilder pointer = new StringBuilder();
    for (Element at = element; at != null; at = at.parent()) {
      pointer.insert(0, at.attr("data-at"));
    }
    return pointer.toString();
  }

  /** What a page shows of a number. */
  private static String shown(JsonNode value, String unit) {
    if (value.isNull()) {
      return "–";
    }
    BigDecimal number = value.decimalValue();
    return switch (unit) {
      case "" -> value.isInt() || value.isLong() ? number.toPlainString() : value.asText();
      case "KiB" -> number.divide(KIB, 0, RoundingMode.DOWN).toPlainString();
      case "KiB.1" -> number.divide(KIB, 1, RoundingMode.HALF_UP).toPlainString();
      case "%" -> number.movePointRight(2).stripTrailingZeros().toPlainString();
      default -> throw new IllegalArgumentException(unit);
    };
  }

  private static String plain(String text) {
    return text.strip().replace("−", "-").replaceFirst("^\\+", "").replace(",", "");
  }

  private static void assertSame(JsonNode json, Element element, String pointer, String unit) {
    JsonNode value = json.at(JsonPointer.compile(pointer));
    assertThat(value.isMissingNode()).as(pointer).isFalse();
    String expected = shown(value, unit);
    String actual = plain(element.text());
    if (expected.equals("–")) {
      assertThat(actual).as(pointer).isEqualTo(expected);
    } else {
      assertThat(new BigDecimal(actual)).as(pointer).isEqualByComparingTo(expected);
    }
  }

  /** Every number that says where it is from, in cells by their row and their column. */
  @Test
  void everyNumberIsThatOfTheJson() {
    int compared = 0;
    for (Document page : pages.values()) {
      compared += comparedNumbers(page, json);
    }
    assertThat(compared).isGreaterThan(2_000);
  }

  /** Compares the numbers of a page, and counts them. */
  private static int comparedNumbers(Document page, JsonNode json) {
    int compared = 0;
    for (Element element : page.select("[data-at]")) {
      boolean isNumber =
          element.children().isEmpty() && !element.is("th, tr, table, div, section, li");
      if (isNumber) {
        assertSame(json, element, pointer(element), element.attr("data-unit"));
        compared++;
      }
    }
    for (Element column : page.select("thead th[data-at]")) {
      int index = column.elementSiblingIndex();
      for (Element row : column.closest("table").select("tbody tr[data-at]")) {
        Element cell = row.child(index);
        String pointer = pointer(row) + column.attr("data-at");
        assertSame(json, cell, pointer, column.attr("data-unit"));
        compared++;
      }
    }
    return compared;
  }

  /** By how much a lever moves bits and size, and what it costs: differences and ratios. */
  @Test
  void whatLeversMoveIsTheDifference() {
    int compared = 0;
    for (JsonNode zkvm : json.get("zkvms")) {
      for (Element table : pages.get(zkvm.get("page").asText()).select("table[data-at$=/levers]")) {
        JsonNode levers =
            json.at(JsonPointer.compile(pointer(table.parent()) + table.attr("data-at")).head());
        String regime = table.selectFirst("thead th[data-at^=/regimes]").attr("data-at");
        String size = table.selectFirst("thead th[data-at$=/worstCaseBits]").attr("data-at");
        JsonNode today = levers.get("today");
        for (Element row : table.select("tbody tr")) {
          JsonNode after = levers.at("/levers" + row.attr("data-at"));
          assertMoved(row.child(4), after.at(regime), today.at(regime), BigDecimal.ONE, 2);
          assertMoved(row.child(6), after.at(size), today.at(size), KIB, 1);
          assertRatio(row.child(7), hashes(after), hashes(today));
          assertRatio(row.child(8), verifier(after), verifier(today));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  private static BigDecimal hashes(JsonNode standing) {
    JsonNode prover = standing.at("/costs/prover");
    return prover.path("permutations").decimalValue().add(prover.path("grinding").decimalValue());
  }

  private static BigDecimal verifier(JsonNode standing) {
    return standing.at("/costs/verifier/permutations").decimalValue();
  }

  private static void assertMoved(
      Element cell, JsonNode after, JsonNode today, BigDecimal unit, int digits) {
    BigDecimal moved =
        after
            .decimalValue()
            .subtract(today.decimalValue())
            .divide(unit, digits, RoundingMode.HALF_UP);
    String text = plain(cell.text());
    assertThat(new BigDecimal(text.isEmpty() ? "0" : text)).isEqualByComparingTo(moved);
  }

  private static void assertRatio(Element cell, BigDecimal after, BigDecimal today) {
    if (!cell.text().equals("–")) {
      assertThat(cell.text()).isEqualTo("×" + after.divide(today, 2, RoundingMode.HALF_UP));
    }
  }

  /** N proofs of error ε have log2 N bits less together, within the hundredths of both. */
  @Test
  void proofsOfATreeAddUp() {
    Pattern proofs =
        Pattern.compile("×(\\d+)[^×]*?(\\d+\\.\\d+) bits each[^×]*?(\\d+\\.\\d+) bits together");
    List<MatchResult> boxes =
        proofs.matcher(pages.get("pico.html").selectFirst(".tree desc").text()).results().toList();
    assertThat(boxes).hasSize(5);
    for (MatchResult box : boxes) {
      double expected =
          Double.parseDouble(box.group(2))
              - Math.log(Double.parseDouble(box.group(1))) / Math.log(2);
      assertThat(Double.parseDouble(box.group(3))).isCloseTo(expected, within(0.011));
    }
  }

  /** What {@link #whatLeversMoveIsTheDifference} compares. */
  private static final String MOVED =
      "table[data-at$=/levers] td:nth-child(5), table[data-at$=/levers] td:nth-child(7),"
          + " table[data-at$=/levers] td:nth-child(8), table[data-at$=/levers] td:nth-child(9)";

  /** What {@link #proofsOfATreeAddUp} compares. */
  private static final String TOGETHER = "[0-9.]+ bits together";

  /**
   * Numbers that do not say where they are from: in words, parameters, formulas and the texts of
   * charts. Those of a zkVM's page are in its part of the JSON, as they are or in KiB or per cent.
   * Left out are the file's own lines, and places in a list.
   */
  @Test
  void everyOtherNumberIsInTheJsonToo() {
    Set<String> outside = numbers(json, "zkvms");
    List<String> foreign = new ArrayList<>();
    int compared = 0;
    for (JsonNode zkvm : json.get("zkvms")) {
      Set<String> known = numbers(zkvm, "");
      known.addAll(outside);
      Document page = pages.get(zkvm.get("page").asText()).clone();
      page.select("style, script, nav, section[aria-labelledby=file]").remove();
      page.select("td:first-child:matchesOwn(^\\d+$), " + MOVED).remove();
      for (TextNode text : page.nodeStream(TextNode.class).toList()) {
        String words = text.text().replace(",", "").replaceAll(TOGETHER, "");
        Matcher number = NUMBER.matcher(words);
        while (number.find()) {
          compared++;
          boolean isCut = words.startsWith("..", number.end());
          String digits = number.group();
          if (isCut
              ? known.stream().noneMatch(each -> each.startsWith(digits))
              : !known.contains(canonical(digits))) {
            foreign.add(zkvm.get("name").asText() + ": " + digits + " in " + text.text());
          }
        }
      }
    }
    assertThat(foreign).isEmpty();
    assertThat(compared).isGreaterThan(10_000);
  }

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private static String canonical(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  /** All numbers of a part of the JSON, its texts' too, in every unit that pages show. */
  private static Set<String> numbers(JsonNode part, String butMember) {
    Set<String> numbers = new HashSet<>();
    if (part.isNumber()) {
      BigDecimal value = part.decimalValue().abs();
      numbers.add(canonical(value.toPlainString()));
      numbers.add(canonical(value.movePointRight(2).toPlainString()));
      numbers.add(value.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString());
      numbers.add(canonical(value.divide(KIB, 0, RoundingMode.DOWN).toPlainString()));
      numbers.add(canonical(value.divide(KIB, 1, RoundingMode.HALF_UP).toPlainString()));
    } else if (part.isTextual()) {
      NUMBER
          .matcher(part.asText().replace(",", ""))
          .results()
          .forEach(each -> numbers.add(canonical(each.group())));
    }
    part.properties()
        .forEach(
            member -> {
              if (!member.getKey().equals(butMember)) {
                numbers.addAll(numbers(member.getValue(), ""));
              }
            });
    if (part.isArray()) {
      part.forEach(entry -> numbers.addAll(numbers(entry, "")));
    }
    return numbers;
  }

  /** A term's figure is that of estimate, and its link leads to the formula that gives it. */
  @Test
  void everyTermLeadsToItsFormula() {
    int compared = 0;
    for (JsonNode zkvm : json.get("zkvms")) {
      String name = zkvm.get("page").asText();
      for (Element table : pages.get(name).select("table.terms")) {
        int circuit = Integer.parseInt(table.attr("data-circuit"));
        JsonNode regimes = zkvm.at("/circuits/" + circuit + "/regimes");
        for (Element row : table.select("tbody tr")) {
          for (int i = 0; i < regimes.size(); i++) {
            Element link = row.child(i + 1).selectFirst("a");
            JsonNode term = term(regimes.get(i), row.child(0).text());
            assertThat(link == null).isEqualTo(term.isMissingNode());
            if (link != null) {
              String bits = term.get("decimalBits").decimalValue().toPlainString();
              assertThat(new BigDecimal(link.text())).isEqualByComparingTo(bits);
              Element formula = BY_ID.get(name).get(link.attr("href").substring(1));
              assertThat(new BigDecimal(formula.child(2).text())).isEqualByComparingTo(bits);
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1_500);
  }

  private static JsonNode term(JsonNode regime, String name) {
    for (JsonNode term : regime.get("terms")) {
      if (term.get("name").asText().replaceAll("\\s+", " ").equals(name)) {
        return term;
      }
    }
    return json.at("/none");
  }

  /** The figure of the overview leads to the error of so many bits. */
  @Test
  void everyFigureOfTheOverviewIsExplained() {
    for (Element figure : pages.get("index.html").select("[data-at=/security/bits]")) {
      String[] target = figure.attr("href").split("#", -1);
      Element formula = pages.get(target[0]).getElementById(target[1]);
      assertThat(formula.lastElementChild().text()).isEqualTo(figure.text());
    }
  }

  @Test
  void linksLeadSomewhere() {
    pages.forEach(
        (name, page) -> {
          for (Element link : page.select("a[href]")) {
            String[] target = link.attr("href").split("#", -1);
            if (target[0].startsWith("https://")) {
              assertThat(link.attr("rel")).contains("noopener", "noreferrer");
            } else if (target[0].endsWith(".html") || target[0].isEmpty()) {
              Map<String, Element> to = BY_ID.get(target[0].isEmpty() ? name : target[0]);
              assertThat(to).as(link::outerHtml).isNotNull();
              assertThat(target.length == 1 || to.containsKey(target[1]))
                  .as(() -> name + ": " + link.outerHtml())
                  .isTrue();
            } else {
              assertThat(folder.resolve("site").resolve(target[0])).exists();
            }
          }
        });
  }

  /**
   * One style and one script, of which the policy has the hashes; nothing else is loaded or run.
   */
  @Test
  void nothingIsLoaded() throws Exception {
    for (Document page : pages.values()) {
      assertIsolated(page);
      String style = page.selectFirst("style").data();
      String script = page.selectFirst("script").data();
      assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .isEqualTo(
              "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-%s';"
                      .formatted(hash(style))
                  + " script-src 'sha256-%s'".formatted(hash(script)));
    }
  }

  private static void assertIsolated(Document page) {
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("style")).hasSize(1);
    assertThat(
            page.select("link, img, iframe, object, embed, base, form, image, use, video, audio"))
        .isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn("style", "src", "srcset");
      }
    }
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void structure() {
    pages.forEach(
        (name, page) -> {
          assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
          assertThat(page.select("h1")).hasSize(1);
          assertThat(page.select("main#main")).hasSize(1);
          assertThat(page.body().child(0).attr("href")).isEqualTo("#main");
          Set<String> ids = new HashSet<>();
          page.select("[id]")
              .forEach(each -> assertThat(ids.add(each.id())).as(each.id()).isTrue());
          for (Element table : page.select("table")) {
            assertThat(table.select("caption")).hasSize(1);
            assertThat(table.select("thead th")).isNotEmpty();
            assertThat(table.select("th:not([scope])")).as(name).isEmpty();
          }
          for (Element drawing : page.select("svg")) {
            for (String id : drawing.attr("aria-labelledby").split(" ", -1)) {
              assertThat(drawing.getElementById(id).text()).isNotBlank();
            }
          }
          page.select("[aria-labelledby]")
              .forEach(
                  each ->
                      List.of(each.attr("aria-labelledby").split(" "))
                          .forEach(id -> assertThat(page.getElementById(id)).as(id).isNotNull()));
        });
  }

  @Test
  void pagesMayBeSent() throws IOException {
    for (String name : pages.keySet()) {
      assertThat(Files.size(folder.resolve("site").resolve(name))).isLessThan(LARGEST);
    }
  }

  /** Names of strangers are text in every place where a page or its Markdown has them. */
  @Test
  void hostileNames() throws IOException {
    String script = "<script>alert(1)</script>";
    String pico =
        Files.readString(Path.of("zkvms/pico.toml"))
            .replace("\"Pico\"", "\"\\\" onmouseover=\\\"x " + script + "\"")
            .replace("\"riscv\"", "\"'><img src=x onerror=alert(1)>\"")
            .replace("\"embed\"", "\"javascript:alert(1)\"")
            .replace("\"convert\"", "\"[a](javascript:x) ${7*7} @template\\u202E\"")
            .replace("name = \"alu\"", "name = \"</style></title>" + script + "\"");
    List<String> names =
        List.of(
            "index.toml", "report.toml", "REPORT.toml", "a\"><script>.toml", "電.toml", "..toml");
    String[] args = new String[names.size() + 5];
    List.of("report", "-o", folder.resolve("hostile").toString(), "--title", script + "\"'")
        .toArray(args);
    for (int i = 0; i < names.size(); i++) {
      args[i + 5] = Files.writeString(folder.resolve(names.get(i)), pico).toString();
    }
    CliRun run = CliRun.of(args);
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Document> hostile = pages(folder.resolve("hostile"));
    assertThat(hostile.keySet())
        .containsExactlyInAnyOrder(
            "index.html",
            "index-2.html",
            "report-2.html",
            "report-3.html",
            "a-script.html",
            "zkvm.html",
            "zkvm-2.html");
    hostile
        .values()
        .forEach(
            page -> {
              assertIsolated(page);
              assertThat(page.select("a[href^=javascript]")).isEmpty();
              assertThat(page.text()).contains("<script>alert(1)</script>");
              assertThat(page.text()).doesNotContain("\u202E");
            });
    String markdown = Files.readString(folder.resolve("hostile/report.md"));
    assertThat(markdown).contains("\\<script");
    assertThat(markdown.replace("\\<", "")).doesNotContain("<script");
  }

  /** Circuits that differ in their names alone have their details once: hundreds fit a page. */
  @Test
  void hundredsOfCircuitsFitAPage() throws IOException {
    String risc0 = Files.readString(Path.of("zkvms/risc0.toml"));
    int start = risc0.indexOf("[[circuits]]");
    StringBuilder many = new StringBuilder(risc0.substring(0, start));
    for (int i = 0; i < 200; i++) {
      String circuit =
          risc0.substring(start).replace("name = \"main\"", "name = \"chip" + i + "\"");
      many.append(i % 2 == 0 ? circuit : circuit.replace("num_queries = ", "num_queries = 1"));
    }
    Path file = Files.writeString(folder.resolve("many.toml"), many);
    Path site = folder.resolve("many");
    CliRun run = CliRun.of("report", "-o", site.toString(), file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    Path page = site.resolve("many.html");
    assertThat(Files.size(page)).isLessThan(LARGEST);
    Document chips = Jsoup.parse(Files.readString(page));
    assertThat(chips.select("table.terms")).hasSize(2);
    for (int i = 0; i < 200; i++) {
      Element named = chips.getElementById("c" + (i + 1));
      assertThat(named).as("chip" + i).isNotNull();
      assertThat(i < 2 ? named.parent().text() : named.text()).contains("chip" + i);
    }
    assertThat(chips.select("summary:contains(chip1 and 99 alike)")).hasSize(1);

    Path whole = site.resolve("report.json");
    assertThat(Files.size(whole)).isLessThan(1_500_000);
    assertThat(JsonSchema.inDocs("report.schema.json").problems(Files.readString(whole))).isEmpty();
    JsonNode circuits = new ObjectMapper().readTree(whole.toFile());
    assertThat(comparedNumbers(chips, circuits)).isGreaterThan(600);
    JsonNode details = circuits.at("/zkvms/0/details");
    assertThat(details).hasSize(200);
    for (int i = 0; i < 200; i++) {
      JsonNode each = details.get(i);
      assertThat(each.get("name").asText()).isEqualTo("chip" + i);
      assertThat(each.has("levers")).isEqualTo(i < 2);
      if (i >= 2) {
        assertThat(each.get("sameAs").asText()).isEqualTo("/zkvms/0/details/" + i % 2);
      }
    }
  }
}
