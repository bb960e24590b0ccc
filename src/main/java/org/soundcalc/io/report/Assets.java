package org.soundcalc.io.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style and the script of all pages, and the policy that admits nothing else. */
public final class Assets {
  private static final String STYLE = text("page.css");
  private static final String SCRIPT = text("page.js");
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'"
          .formatted(hash(STYLE), hash(SCRIPT));

  private Assets() {}

  /** {@return the style sheet} */
  public static String style() {
    return STYLE;
  }

  /** {@return the script} */
  public static String script() {
    return SCRIPT;
  }

  /** {@return the pages' Content-Security-Policy: nothing is loaded, and only these two run} */
  public static String policy() {
    return POLICY;
  }

  private static String text(String name) {
    try (InputStream stream = Assets.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
