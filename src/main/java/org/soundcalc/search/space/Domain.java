package org.soundcalc.search.space;

import java.util.List;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.PowerOfTwoType;

/** What a key is varied over, as {@code KEY=DOMAIN} states it. */
public sealed interface Domain {
  /** The most values of a key. */
  int MOST_VALUES = 100_000;

  /** The largest base-2 logarithm of 1/ρ that is varied. */
  int MOST_LOG_INVERSE_RATE = 20;

  /** The largest base-2 logarithm of a folding factor that is varied. */
  int MOST_LOG_FACTOR = 6;

  /** {@return the key} */
  Key<Circuit, ?> key();

  /** {@return the domain as it was written} */
  String text();

  /**
   * Reads a domain: values and ranges, separated by commas, as in {@code 1..400}, {@code 0..24:4},
   * {@code 0.001..0.03:0.001}, {@code 1/2..1/64}, {@code KoalaBear^4..8}, {@code 4,8,16} and {@code
   * [8, 8], [8]}; for a list of integers {@code any(2,4,8)}, {@code uniform(2,4,8)} and {@code
   * capped(16)}; {@code auto} and {@code fixed}.
   *
   * @param key whose values they are
   * @param text the domain
   * @return the domain, each value of the key's type and in its range
   * @throws IllegalArgumentException if the text is none, saying why; nothing large is made of it
   */
  static Domain parse(Key<Circuit, ?> key, String text) {
    return new DomainReader(key, text, DomainReader.present(key.type())).read();
  }

  /**
   * The same, for the entries of a key's lists, where it has some: each of them has a value of its
   * own.
   *
   * @param key whose values they are, or whose lists have them
   * @param text the domain
   * @return the domain, each value of the type of an entry and in its range
   * @throws IllegalArgumentException if the text is none
   */
  static Domain ofEntries(Key<Circuit, ?> key, String text) {
    return new DomainReader(key, text, entryType(key)).read();
  }

  /**
   * {@return the type of the entries of a key's lists, however deep; of another key its own}
   *
   * @param key any
   */
  static KeyType<?> entryType(Key<?, ?> key) {
    KeyType<?> type = DomainReader.present(key.type());
    while (type instanceof ListType<?> list) {
      type = list.element();
    }
    return type;
  }

  /**
   * These values.
   *
   * @param key whose values they are
   * @param text the domain as it was written
   * @param values in their order, each once, at least one and at most {@value #MOST_VALUES}: what
   *     TOML has for them, as {@link org.soundcalc.search.Prepared#with(String, Object)} takes it
   */
  record Listed(Key<Circuit, ?> key, String text, List<Object> values) implements Domain {
    /**
     * Checks the number of values.
     *
     * @param key whose values they are
     * @param text the domain as it was written
     * @param values in their order
     * @throws InvalidConfiguration if there is none, or there are too many
     */
    public Listed {
      values = List.copyOf(values);
      require(
          !values.isEmpty() && values.size() <= MOST_VALUES,
          "must be 1 to %d values of %s, got %d".formatted(MOST_VALUES, key, values.size()));
    }
  }

  /**
   * The value that the circuit has.
   *
   * @param key the key
   * @param text the domain as it was written
   */
  record Fixed(Key<Circuit, ?> key, String text) implements Domain {}

  /**
   * All that the key allows and the proof system can use: whoever searches says what that is.
   *
   * @param key the key
   * @param text the domain as it was written
   */
  record Automatic(Key<Circuit, ?> key, String text) implements Domain {}

  /** Lists of integers by what is in them, such as folding schedules. */
  sealed interface Lists extends Domain {
    /** {@return the integers that may be in a list, ascending} */
    List<Long> elements();

    /**
     * {@return whether the elements are factors; else, where they are numbers to be added, base-2
     * logarithms of factors}
     */
    default boolean areFactors() {
      return elementType(key()) instanceof PowerOfTwoType;
    }
  }

  /**
   * Every list of these integers, in every order.
   *
   * @param key a list of integers
   * @param text the domain as it was written
   * @param elements ascending, each once, at least one
   */
  record AnyOf(Key<Circuit, ?> key, String text, List<Long> elements) implements Lists {
    /**
     * Checks the elements.
     *
     * @param key a list of integers
     * @param text the domain as it was written
     * @param elements ascending, each once
     * @throws InvalidConfiguration if they are not, or the key is no such list
     */
    public AnyOf {
      elements = checked(key, elements);
    }
  }

  /**
   * Lists of one of these integers throughout.
   *
   * @param key a list of integers
   * @param text the domain as it was written
   * @param elements ascending, each once, at least one
   */
  record Uniform(Key<Circuit, ?> key, String text, List<Long> elements) implements Lists {
    /**
     * Checks the elements.
     *
     * @param key a list of integers
     * @param text the domain as it was written
     * @param elements ascending, each once
     * @throws InvalidConfiguration if they are not, or the key is no such list
     */
    public Uniform {
      elements = checked(key, elements);
    }
  }

  /**
   * Lists of the largest integer, but for the last element, which may be any smaller one: folding
   * by as much as a cap allows, and in the last round by what is left.
   *
   * @param key a list of integers
   * @param text the domain as it was written
   * @param most the largest
   */
  record Capped(Key<Circuit, ?> key, String text, long most) implements Lists {
    /**
     * Checks the cap.
     *
     * @param key a list of integers
     * @param text the domain as it was written
     * @param most the largest
     * @throws InvalidConfiguration if the key is no such list
     */
    public Capped {
      checked(key, List.of(most));
    }

    /** The most, and all smaller ones that the key allows. */
    @Override
    public List<Long> elements() {
      return DomainReader.upTo(key, most);
    }
  }

  /** {@return the type of the integers in a list, or of whatever else a key has} */
  private static KeyType<?> elementType(Key<?, ?> key) {
    KeyType<?> type = DomainReader.present(key.type());
    return type instanceof ListType<?> list ? list.element() : type;
  }

  private static List<Long> checked(Key<?, ?> key, List<Long> elements) {
    boolean isList = DomainReader.present(key.type()) instanceof ListType<?>;
    KeyType<?> type = elementType(key);
    boolean areIntegers = type instanceof PowerOfTwoType || type instanceof IntegerType;
    require(isList && areIntegers, key + " has no lists of integers");
    boolean ascend = !elements.isEmpty();
    for (int i = 1; i < elements.size(); i++) {
      ascend &= elements.get(i - 1) < elements.get(i);
    }
    require(ascend, "must be integers that ascend, got " + elements);
    return List.copyOf(elements);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new InvalidConfiguration(List.of(Problem.located(message)));
    }
  }
}
