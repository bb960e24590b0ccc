package org.soundcalc.io.document;

/** What a document is read on. */
public enum Medium {
  /** A terminal: lines that are soon gone, with as much beside each other as there is room for. */
  TERMINAL,
  /** A page, such as Markdown: headings lead to its parts. */
  PAGE
}
