package org.soundcalc.io.toml;

/**
 * What a message points at: a part of a line.
 *
 * @param line from 1
 * @param column of its first character, in code points from 1
 * @param endColumn after its last character
 */
public record Region(int line, int column, int endColumn) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
