package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sites to look at: one of all files of zkvms/, and one whose names are hostile. */
final class ReportSites {
  private ReportSites() {}

  static Path ofZkvms(Path folder) {
    return report(folder.resolve("zkvms"), "Report", List.of(Path.of("zkvms")));
  }

  /** Markup, script and what turns the direction of a line, in names of files, zkVMs and parts. */
  static Path ofHostileNames(Path folder) throws IOException {
    String script = "<script>alert(1)</script>";
    String pico =
        Files.readString(Path.of("zkvms/pico.toml"))
            .replace("\"Pico\"", "\"\\\" onmouseover=\\\"alert(1) " + script + "\"")
            .replace("\"riscv\"", "\"'><img src=x onerror=alert(1)>\"")
            .replace("\"embed\"", "\"javascript:alert(1) " + "W".repeat(200) + "\"")
            .replace("\"convert\"", "\"<style>*{display:none}</style>\\u202E\"");
    List<Path> files = new ArrayList<>();
    for (String name : List.of("index.toml", "a\"><script>.toml", "電.toml")) {
      files.add(Files.writeString(folder.resolve(name), pico));
    }
    return report(folder.resolve("hostile"), script + "\"'", files);
  }

  private static Path report(Path site, String title, List<Path> files) {
    List<String> args = new ArrayList<>(List.of("report", "-o", site.toString(), "--title", title));
    files.forEach(file -> args.add(file.toString()));
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return site;
  }

  static List<Path> pages(Path site) throws IOException {
    try (var files = Files.list(site)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }
}
