package org.soundcalc.io.report;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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

  private Site() {}

  /**
   * Makes the files of a report.
   *
   * @param site the report
   * @return what is in each, by their names
   */
  public static Map<String, Rendering> of(SiteReport site) {
    Map<String, Rendering> files = new LinkedHashMap<>();
    files.put(INDEX, page(out -> JteindexGenerated.render(out, null, site)));
    for (ReportedZkvm zkvm : site.zkvms()) {
      files.put(zkvm.stem() + ".html", page(out -> JtezkvmGenerated.render(out, null, site, zkvm)));
    }
    files.putAll(ReportMarkdown.of(site));
    files.put(JSON, new JsonDocument(ReportJson.of(site)));
    return files;
  }

  private static Rendering page(Consumer<HtmlTemplateOutput> template) {
    return writer -> {
      TemplateOutput text = new StringOutput();
      template.accept(new OwaspHtmlTemplateOutput(text));
      writer.append(text.toString());
    };
  }
}
