package org.soundcalc.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;

/**
 * Makes the folder that is hosted, and the one file that needs no host: the page's sources, the
 * zkVMs that come with it, TeaVM's runtime and the WebAssembly.
 */
public final class Site {
  private static final String WASM = "calculator.wasm";
  private static final String RUNTIME = "calculator-runtime.js";
  private static final String WORKER = "worker.js";
  private static final String ZKVMS = "zkvms.js";

  private static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
  private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"]+)\"></script>");
  private static final Pattern POLICY =
      Pattern.compile("(<meta http-equiv=\"Content-Security-Policy\" content=\")[^\"]*(\">)");

  /** In one file nothing is loaded. */
  private static final String LOAD =
      """
      loadCalculator = async () => ({
        script: inlined.script,
        wasm: Uint8Array.from(atob(inlined.wasm), (char) => char.charCodeAt(0)),
      });
      """;

  private final Path site;
  private final List<String> scripts = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();

  private Site(Path site) {
    this.site = site;
  }

  /**
   * Makes both.
   *
   * @param args the page's sources, the folder with the zkVMs, the folder of the site, which has
   *     TeaVM's output, the one file, and the report's style sheet, whose look the page has
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path sources = Path.of(args[0]);
    Site site = new Site(Path.of(args[2]));
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.sorted().toList()) {
        Files.write(site.file(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
    site.write("report.css", Files.readString(Path.of(args[4])));
    site.write(RUNTIME, Runtime.strict(site.read(RUNTIME)));
    site.write(ZKVMS, zkvms(Path.of(args[1])));
    if (Files.exists(site.file("index.html"))) {
      Files.writeString(Path.of(args[3]), site.single());
    }
  }

  private Path file(String name) {
    return site.resolve(name);
  }

  private String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  /** The names and texts of all zkVMs, as a script. */
  private static String zkvms(Path folder) throws IOException {
    List<JsonObject> zkvms = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".toml")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.toml$", "");
        zkvms.add(new JsonObject().put("name", name).put("text", Files.readString(file)));
      }
    }
    return "\"use strict\";\nconst bundledZkvms = " + JsonDocument.value(zkvms, "\n") + ";\n";
  }

  /** The page as one file: its worker and its WebAssembly are texts in it. */
  private String single() {
    String page = inline(STYLE, read("index.html"), this::style);
    page = inline(SCRIPT, page, this::script);
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; script-src "
            + String.join(" ", scripts)
            + " 'wasm-unsafe-eval'; style-src "
            + String.join(" ", styles)
            + "; worker-src blob:; img-src data:";
    Matcher meta = POLICY.matcher(page);
    if (!meta.find()) {
      throw new IllegalStateException("index.html has no Content-Security-Policy");
    }
    return page.substring(0, meta.start())
        + meta.group(1)
        + policy
        + meta.group(2)
        + page.substring(meta.end());
  }

  private interface Inlined {
    String of(String name);
  }

  private static String inline(Pattern pattern, String page, Inlined inlined) {
    return pattern
        .matcher(page)
        .replaceAll(found -> Matcher.quoteReplacement(inlined.of(found.group(1))));
  }

  private String style(String name) {
    String text = "\n" + read(name);
    styles.add(hash(text));
    return "<style>" + text + "</style>";
  }

  /** The last script starts the page: what it loads comes before it. */
  private String script(String name) {
    String own = name.equals("app.js") ? calculator() + read(name) : read(name);
    // in a text of JavaScript the same, in HTML no end
    String text = "\n" + own.replace("</script", "<\\/script");
    scripts.add(hash(text));
    return "<script>" + text + "</script>";
  }

  private String calculator() {
    try {
      String wasm = Base64.getEncoder().encodeToString(Files.readAllBytes(file(WASM)));
      String script = read(RUNTIME) + "\n" + read(WORKER);
      return "const inlined = { script: "
          + JsonDocument.compact(script)
          + ", wasm: \""
          + wasm
          + "\" };\n"
          + LOAD;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
