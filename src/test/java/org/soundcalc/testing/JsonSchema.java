package org.soundcalc.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JSON Schema of docs, and what it says against documents. */
public final class JsonSchema {
  private static final SpecificationVersion VERSION = SpecificationVersion.DRAFT_2020_12;
  private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(VERSION);

  private final String text;
  private final Schema schema;

  private JsonSchema(String text) {
    this.text = text;
    this.schema = REGISTRY.getSchema(text, InputFormat.JSON);
  }

  /** The schema of this name in docs. */
  public static JsonSchema inDocs(String file) throws IOException {
    return new JsonSchema(Files.readString(Path.of("docs", file)));
  }

  /** What is wrong with the schema itself. */
  public List<String> ownProblems() {
    Schema dialect = REGISTRY.getSchema(SchemaLocation.of(VERSION.getDialectId()));
    return dialect.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** What it says against a document. */
  public List<String> problems(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
