package org.soundcalc.io.recursion;

import java.util.function.ToIntFunction;

/**
 * Shortens names that are too long, in their middle: what tells them apart is more often at either
 * end.
 *
 * @param width of a text
 * @param ellipsis stands for what is left out
 */
record Brief(ToIntFunction<String> width, String ellipsis) {
  /** The name, or as much of it as there is room for. */
  String of(String name, int room) {
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
