package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON as this program prints it: a member a line, line feeds on every platform. */
public final class Json {
  private Json() {}

  /**
   * Writes a document.
   *
   * @param content writes its one value
   * @throws IOException if {@code out} cannot be written to
   */
  public static void write(Writer out, Consumer<JsonGenerator> content) throws IOException {
    try (JsonGenerator json = generator(out)) {
      content.accept(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.append('\n');
  }

  private static JsonGenerator generator(Writer out) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    PrettyPrinter printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return printer;
          }
        };
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .createGenerator(context, out);
  }
}
