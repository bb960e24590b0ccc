package org.soundcalc.io.chart;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.XmlElement;

/**
 * Charts as a page, with what there is to read beneath them. Nothing is loaded, and nothing is run.
 *
 * @param title of the page
 * @param charts as {@link ChartSvg} draws them, each with an id of its own
 * @param document to be read as a page
 */
public record ChartPage(String title, List<XmlElement> charts, Document document)
    implements Rendering {
  private static final String STYLE =
      """

      :root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2328; --faint: #57606a;
        --grid: #d8dee4; --level: #9a3412 }
      body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--paper);
        color: var(--ink); font: 1rem/1.5 system-ui, "DejaVu Sans", Arial, sans-serif }
      h1 { font-size: 1.4rem }
      h2 { font-size: 1.15rem; margin-top: 2.5rem }
      svg { max-width: 100%; height: auto }
      .scroll { overflow-x: auto }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums }
      th, td { border-bottom: 1px solid var(--grid); padding: 0.25rem 0.75rem; text-align: left }
      th { color: var(--faint); font-weight: 600 }
      .right { text-align: right }
      .note { color: var(--faint) }
      .paper { fill: var(--paper) }
      text[stroke] { stroke: var(--paper) }
      text.ink { fill: var(--ink) }
      text.faint { fill: var(--faint) }
      text.level { fill: var(--level) }
      path.grid { stroke: var(--grid) }
      path.axis { stroke: var(--faint) }
      path.level { stroke: var(--level) }
      circle { fill: var(--paper) }
      @media (prefers-color-scheme: dark) {
        :root { --paper: #0d1117; --ink: #e6edf3; --faint: #9198a1; --grid: #30363d;
          --level: #f0883e }
        .line0 { stroke: #58a6ff } .line1 { stroke: #ff9b6b } .line2 { stroke: #56d364 }
        .line3 { stroke: #d2a8ff } .line4 { stroke: #e3b341 } .line5 { stroke: #39c5cf }
        .line6 { stroke: #ff9bce } .line7 { stroke: #9198a1 }
      }
      @media print { body { margin: 0; max-width: none } }
      """;

  @Override
  public void writeTo(Writer out) throws IOException {
    // a page of HTML has a type of its own in place of XML's
    out.append("<!DOCTYPE html>\n").append(page().inPage());
  }

  private XmlElement page() {
    XmlElement head =
        new XmlElement("head")
            .add(new XmlElement("meta").with("charset", "utf-8"))
            .add(
                new XmlElement("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", "default-src 'none'; style-src 'sha256-" + hash() + "'"))
            .add(
                new XmlElement("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"))
            .add(new XmlElement("title").text(title))
            .add(new XmlElement("style").text(STYLE));
    XmlElement body = new XmlElement("body").add(new XmlElement("h1").text(title));
    charts.forEach(body::add);
    addDocument(body);
    return new XmlElement("html").with("lang", "en").add(head).add(body);
  }

  private void addDocument(XmlElement body) {
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading heading) {
        body.add(new XmlElement("h2").text(heading.text()));
      } else if (block instanceof Block.Paragraph paragraph) {
        body.add(new XmlElement("p").with("class", "note").text(paragraph.text()));
      } else if (block instanceof Block.Caution caution) {
        body.add(new XmlElement("p").text(caution.label() + caution.text()));
      } else if (block instanceof Block.Proviso proviso) {
        body.add(new XmlElement("p").with("class", "note").text(proviso.how() + proviso.option()));
      } else if (block instanceof Block.Tables tables) {
        tables.tables().forEach(table -> body.add(table(table)));
      }
    }
  }

  private static XmlElement table(Table table) {
    XmlElement headings = new XmlElement("tr");
    for (Column column : table.columns()) {
      String heading = column.heading().text().replace('\n', ' ');
      headings.add(cell("th", column, heading).with("scope", "col"));
    }
    XmlElement rows = new XmlElement("tbody");
    for (List<Cell> row : table.rows()) {
      XmlElement line = new XmlElement("tr");
      for (int i = 0; i < row.size(); i++) {
        line.add(cell("td", table.columns().get(i), row.get(i).text()));
      }
      rows.add(line);
    }
    return new XmlElement("div")
        .with("class", "scroll")
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", "points")
        .add(new XmlElement("table").add(new XmlElement("thead").add(headings)).add(rows));
  }

  private static XmlElement cell(String name, Column column, String text) {
    XmlElement cell = new XmlElement(name).text(text);
    return column.right() ? cell.with("class", "right") : cell;
  }

  /** What tells a browser that this style is ours. */
  private static String hash() {
    try {
      byte[] bytes = STYLE.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
