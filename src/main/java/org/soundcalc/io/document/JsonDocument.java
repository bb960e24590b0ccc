package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * JSON as this program prints it: a member a line.
 *
 * @param value the document's one value, as {@link JsonObject#put} takes it
 */
public record JsonDocument(Object value) implements Rendering {
  @Override
  public void writeTo(Writer out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      write(value, json);
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

  private static void write(Object value, JsonGenerator json) {
    if (value instanceof JsonObject object) {
      write(object.members(), json);
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeName(member.getKey().toString());
        write(member.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value instanceof Number integer) {
      json.writeNumber(new BigInteger(integer.toString()));
    } else if (value instanceof JsonObject.Raw raw) {
      json.writeRawValue(raw.text());
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(present -> write(present, json), json::writeNull);
    } else if (value instanceof OptionalLong optional) {
      optional.ifPresentOrElse(json::writeNumber, json::writeNull);
    } else if (value instanceof OptionalInt optional) {
      optional.ifPresentOrElse(json::writeNumber, json::writeNull);
    } else {
      json.writeString(value.toString());
    }
  }
}
