package org.soundcalc.io.report;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.report.page.JteindexGenerated;
import org.soundcalc.io.report.page.JtezkvmGenerated;

/**
 * The files of a report. Templates are called as what they compile to, so that types are checked.
 */
public final class Site {
  /** The page that a reader opens first. */
  public static final String INDEX = "index.html";

  /** The report for programs. */
  public static final String JSON = "report.json";

  /** Bytes of a page. */
  private static final int LARGEST = 500 << 10;

  /** So many different circuits have no room for the levers of each. */
  private static final int MANY = 24;

  /** The overview as Markdown. */
  static final String MARKDOWN = "report.md";

  /** How the names of certificates end. */
  static final String CERTIFICATE = ".certificate.json";

  private Site() {}

  /**
   * {@return whether a report has a file of this name}
   *
   * @param name the file's
   * @param beside the names of all files in its folder: a zkVM's page has a certificate there
   */
  public static boolean writes(String name, Set<String> beside) {
    String stem = name.replaceFirst("\\.(html|md|certificate\\.json)$", "");
    return Set.of(INDEX, JSON, MARKDOWN).contains(name)
        || (!stem.equals(name)
            && Stream.of(".html", ".md", CERTIFICATE)
                .allMatch(ending -> beside.contains(stem + ending)));
  }

  /**
   * Makes the files of a report.
   *
   * @param site the report
   * @return what is in each, by their names, what takes longest first; made as it is written
   */
  public static Map<String, Rendering> of(SiteReport site) {
    Map<String, Rendering> files = new LinkedHashMap<>();
    files.put(JSON, out -> new JsonDocument(ReportJson.of(site)).writeTo(out));
    files.put(INDEX, out -> out.append(page(to -> JteindexGenerated.render(to, null, site))));
    for (ReportedZkvm zkvm : site.zkvms()) {
      files.put(zkvm.certificateFile(), zkvm.certificate());
      files.put(zkvm.stem() + ".html", out -> out.append(page(site, zkvm)));
    }
    files.putAll(ReportMarkdown.of(site));
    return files;
  }

  /** With as much as there is room for. */
  private static String page(SiteReport site, ReportedZkvm zkvm) {
    String page = "";
    PageDetail[] details = PageDetail.values();
    for (PageDetail detail :
        List.of(details).subList(zkvm.alike().size() > MANY ? 1 : 0, details.length)) {
      page = page(to -> JtezkvmGenerated.render(to, null, site, zkvm, detail));
      if (page.getBytes(StandardCharsets.UTF_8).length < LARGEST) {
        return page;
      }
    }
    return page;
  }

  private static String page(Consumer<HtmlTemplateOutput> template) {
    StringOutput text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
