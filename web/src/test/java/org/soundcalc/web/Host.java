package org.soundcalc.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host of static files, which has the page; once it is closed, the browser is offline. */
final class Host implements AutoCloseable {
  private static final Path SITE = Browser.BUILT.resolve("site");

  private final HttpServer server;
  private final Set<String> missing;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * @param missing names of files that it has lost
   */
  Host(String... missing) throws IOException {
    this.missing = Set.of(missing);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String page() {
    return "http://localhost:" + server.getAddress().getPort() + "/index.html";
  }

  /** The names of what it was asked for. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring(1);
    asked.add(name);
    try (exchange) {
      if (missing.contains(name) || !Files.isRegularFile(SITE.resolve(name))) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] content = Files.readAllBytes(SITE.resolve(name));
      exchange.getResponseHeaders().add("Content-Type", type(name));
      // nothing is taken from a cache, so that being offline is being offline
      exchange.getResponseHeaders().add("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html";
      case "css" -> "text/css";
      case "js" -> "text/javascript";
      case "wasm" -> "application/wasm";
      default -> "application/octet-stream";
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
