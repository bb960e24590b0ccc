package org.soundcalc.testing;

import java.io.IOException;
import java.io.Writer;

/** A pipe whose reader has gone. */
public final class BrokenWriter extends Writer {
  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    throw new IOException("Broken pipe");
  }

  @Override
  public void flush() throws IOException {
    throw new IOException("Broken pipe");
  }

  @Override
  public void close() {}
}
