package org.soundcalc.io.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An object of JSON.
 *
 * @param members what its members are, in their order; they are added by methods
 */
public record JsonObject(Map<String, Object> members) {
  /** An object without members. */
  public JsonObject() {
    this(new LinkedHashMap<>());
  }

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
    elements.forEach(element -> array.add(json.apply(element)));
    return put(name, array);
  }

  /**
   * Adds members.
   *
   * @param more what they are, by their names
   * @return this object
   */
  public JsonObject putAll(Map<String, ?> more) {
    members.putAll(more);
    return this;
  }
}
