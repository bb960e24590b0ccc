package org.soundcalc.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;

/** Questions for the calculator. */
final class Requests {
  private Requests() {}

  /** The files that the page brings with it, by name. */
  static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(Path.of("../zkvms"))) {
      for (Path path : paths.filter(each -> each.toString().endsWith(".toml")).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  /** A command on a file, under these regimes and bounds; empty where they are not given. */
  static Request of(String command, String name, String text, String regimes, String bounds) {
    return new Request(command, name, text, regimes, bounds, "", "", List.of(), "");
  }

  /** The same as the page writes it. */
  static String json(Request request) {
    return JsonDocument.compact(
        new JsonObject()
            .put("command", request.command())
            .put("name", request.name())
            .put("text", request.text())
            .put("regimes", request.regimes())
            .put("bounds", request.bounds()));
  }
}
