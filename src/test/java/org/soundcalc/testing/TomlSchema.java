package org.soundcalc.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.dataformat.toml.TomlMapper;

/** Validates TOML by a JSON Schema, as editors do. */
public final class TomlSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final TomlMapper TOML = new TomlMapper();

  private final Schema schema;

  /** The schema of this text. */
  public TomlSchema(String json) {
    this.schema = REGISTRY.getSchema(json, InputFormat.JSON);
  }

  /** What is wrong with a schema itself. */
  public static List<String> problemsOfSchema(String json) {
    String dialect = SpecificationVersion.DRAFT_2020_12.getDialectId();
    return texts(REGISTRY.getSchema(SchemaLocation.of(dialect)), json);
  }

  /** What the schema says against a file. */
  public List<String> problems(String toml) {
    return texts(schema, TOML.readTree(toml).toString());
  }

  private static List<String> texts(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
