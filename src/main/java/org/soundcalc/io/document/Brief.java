package org.soundcalc.io.document;

import java.util.function.ToIntFunction;

/**
 * Shortens names that are too long, in their middle: what tells them apart is more often at either
 * end.
 *
 * @param width of a text
 * @param ellipsis stands for what is left out
 */
public record Brief(ToIntFunction<String> width, String ellipsis) {
  /** What a table or a title shows of a name, which any that people choose fits into. */
  public static final int LONGEST = 120;

  /** For text of one width a character. */
  public static final Brief TEXT = new Brief(DisplayWidth::of, "...");

  /**
   * {@return the name, or as much of it as there is room for}
   *
   * @param name the whole
   * @param room its width and that of the ellipsis, at most
   */
  public String of(String name, int room) {
    if (width.applyAsInt(name) <= room) {
      return name;
    }
    int left = room - width.applyAsInt(ellipsis);
    int head = 0;
    int tail = name.length();
    while (true) {
      int next = name.offsetByCodePoints(head, 1);
      int before = name.offsetByCodePoints(tail, -1);
      left -= width.applyAsInt(name.substring(head, next));
      left -= width.applyAsInt(name.substring(before, tail));
      if (left < 0) {
        return name.substring(0, head) + ellipsis + name.substring(tail);
      }
      head = next;
      tail = before;
    }
  }
}
