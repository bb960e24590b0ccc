package org.soundcalc.io.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An object of JSON: what its members are, in their order. */
public final class JsonObject {
  private final Map<String, Object> members = new LinkedHashMap<>();

  /**
   * A value that is JSON already.
   *
   * @param text the value
   */
  public record Raw(String text) {}

  /**
   * Adds a member.
   *
   * @param name its name
   * @param value an object or a map, a collection, a text, a number, a truth value, or an optional
   *     one of these, which is null where there is none
   * @return this object
   */
  public JsonObject put(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /**
   * Adds a member where there is a value for it.
   *
   * @param name its name
   * @param value as {@link #put} takes it
   * @return this object
   */
  public JsonObject putPresent(String name, Optional<?> value) {
    value.ifPresent(present -> members.put(name, present));
    return this;
  }

  /**
   * Adds an array of objects.
   *
   * @param <T> what its elements are made of
   * @param name its name
   * @param elements one for each element of the array
   * @param json makes it
   * @return this object
   */
  public <T> JsonObject putAll(String name, Collection<? extends T> elements, Function<T, ?> json) {
    List<Object> array = new ArrayList<>(elements.size());
    for (T element : elements) {
      array.add(json.apply(element));
    }
    return put(name, array);
  }

  /**
   * Adds the members of another object.
   *
   * @param other the object
   * @return this object
   */
  public JsonObject putAll(JsonObject other) {
    members.putAll(other.members);
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject object && object.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Its members, in their order. */
  Map<String, Object> members() {
    return members;
  }
}
