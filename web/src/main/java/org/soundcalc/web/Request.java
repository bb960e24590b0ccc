package org.soundcalc.web;

import java.util.List;

/**
 * What the page asks for. An empty text stands for an option that is not given.
 *
 * @param command what to do, a word of {@link Command}
 * @param name of the file, in messages and documents
 * @param text of the file: TOML
 * @param regimes as {@code --regimes} takes them
 * @param bounds as {@code --bounds} takes it
 * @param accounting as {@code --accounting} takes it
 * @param sizes as {@code --sizes} takes it
 * @param set each as {@code --set} takes it
 * @param circuit as {@code --circuit} takes it
 */
record Request(
    String command,
    String name,
    String text,
    String regimes,
    String bounds,
    String accounting,
    String sizes,
    List<String> set,
    String circuit) {
  Request {
    set = List.copyOf(set);
  }
}
