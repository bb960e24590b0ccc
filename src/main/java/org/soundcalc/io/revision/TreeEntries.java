package org.soundcalc.io.revision;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a folder holds at a revision: git's tree object. */
final class TreeEntries {
  private TreeEntries() {}

  /** What an entry of a folder can be. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    SUBMODULE;

    private static Kind of(String mode) {
      return switch (mode) {
        case "40000" -> FOLDER;
        case "120000" -> LINK;
        case "160000" -> SUBMODULE;
        default -> FILE;
      };
    }
  }

  /**
   * An entry.
   *
   * @param kind what it is
   * @param hash the name of its object
   */
  record Entry(Kind kind, String hash) {}

  /** Its entries by name: a mode in octal, a blank, the name, a zero, the hash's bytes. */
  static Map<String, Entry> of(Objects.Stored tree) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    byte[] bytes = tree.bytes();
    int hashBytes = tree.hash().length() / 2;
    int at = 0;
    while (at < bytes.length) {
      int blank = indexOf(bytes, ' ', at);
      int zero = indexOf(bytes, 0, blank);
      String mode = new String(bytes, at, blank - at, StandardCharsets.US_ASCII);
      String name = new String(bytes, blank + 1, zero - blank - 1, StandardCharsets.UTF_8);
      at = zero + 1 + hashBytes;
      String hash = HexFormat.of().formatHex(bytes, zero + 1, at);
      entries.put(name, new Entry(Kind.of(mode), hash));
    }
    return entries;
  }

  private static int indexOf(byte[] bytes, int wanted, int from) {
    int at = from;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
