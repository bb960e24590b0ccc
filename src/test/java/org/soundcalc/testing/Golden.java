package org.soundcalc.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares texts with files of src/test/resources/golden, and with generated docs. {@code mvn
 * -Dgolden.update=true verify} writes them anew, and then fails: what was written must be looked at
 * before it is committed.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Fails unless the file of this name holds exactly this text. */
  public static void assertMatches(String file, String actual) throws IOException {
    assertMatches(FOLDER.resolve(file), actual);
  }

  /** Fails unless a file of any folder, such as a page of the docs, holds exactly this text. */
  public static void assertMatches(Path path, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, actual, StandardCharsets.UTF_8);
      fail("wrote " + path + "; run again without -Dgolden.update");
    }
    assertEquals(Files.readString(path, StandardCharsets.UTF_8), actual);
  }
}
