package org.soundcalc.model.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.soundcalc.model.Problem;

/**
 * A parameter, said once: how files spell it, what its values are, what it means and moves, and
 * where a configuration holds it. Readers, settings, levers, the list of a circuit's parameters,
 * the schema and the reference all come from it.
 *
 * @param <C> the validated record that holds its value
 * @param <T> the type of its values; an {@link Optional} where it may be left out and nothing
 *     replaces it
 */
public final class Key<C, T> {
  /** Whether a key may be left out. */
  public sealed interface Presence<T> {
    /** It must be there. */
    record Required<T>() implements Presence<T> {}

    /** It may be left out, and nothing replaces it. */
    record Optionally<T>() implements Presence<T> {}

    /** It may be left out, and stands for this value then. */
    record Default<T>(T value) implements Presence<T> {}

    /** It is known, and read by no formula. */
    record Informational<T>() implements Presence<T> {}

    /** It was read once, and no formula reads it any more. */
    record Retired<T>() implements Presence<T> {}
  }

  /** What a lookup's keys say that they move: the term of the lookup's name. */
  public static final String LOOKUP = "the lookup's term";

  private final String name;
  private final KeyType<T> type;
  private final Presence<T> presence;
  private final KeyMeaning about;
  private final KeySource source;
  private final Optional<Lens<C, T>> lens;

  /**
   * An element of an array of tables, such as one of a circuit's lookups, or a table by itself.
   *
   * @param table the array's name; empty for a table by itself
   * @param name the element's
   */
  public record Entry(String table, String name) {
    @Override
    public String toString() {
      return table.isEmpty() ? name : table + "[" + name + "]";
    }
  }

  private Key(
      String name,
      KeyType<T> type,
      Presence<T> presence,
      KeyMeaning about,
      KeySource source,
      Optional<Lens<C, T>> lens) {
    this.name = name;
    this.type = type;
    this.presence = presence;
    this.about = about;
    this.source = source;
    this.lens = lens;
  }

  private static <C, T> Key<C, T> key(
      String name, KeyType<T> type, Presence<T> presence, String meaning) {
    return new Key<>(
        name, type, presence, KeyMeaning.of(meaning), KeySource.USUAL, Optional.empty());
  }

  /**
   * {@return a key that must be there}
   *
   * @param <C> the record that will hold its value
   * @param <T> the type of its values
   * @param name as files spell it
   * @param type the type and range of its value
   * @param meaning one sentence for the reference
   */
  public static <C, T> Key<C, T> required(String name, KeyType<T> type, String meaning) {
    return key(name, type, new Presence.Required<>(), meaning);
  }

  /**
   * {@return a key that may be left out}
   *
   * @param <C> the record that will hold its value
   * @param <T> the type of a value that is there
   * @param name as files spell it
   * @param type the type and range of a value that is there
   * @param meaning one sentence for the reference
   */
  public static <C, T> Key<C, Optional<T>> optional(String name, KeyType<T> type, String meaning) {
    return key(name, new KeyType.OrNothing<>(type), new Presence.Optionally<>(), meaning);
  }

  /**
   * {@return a key that may be left out, and then has this value}
   *
   * @param <C> the record that will hold its value
   * @param <T> the type of its values
   * @param name as files spell it
   * @param type the type and range of its value
   * @param value what it stands for where it is left out
   * @param meaning one sentence for the reference
   */
  public static <C, T> Key<C, T> optional(String name, KeyType<T> type, T value, String meaning) {
    return key(name, type, new Presence.Default<>(value), meaning);
  }

  /**
   * {@return a key that no formula reads}
   *
   * @param <C> any: no record holds its value
   * @param <T> the type of its values
   * @param name as files spell it
   * @param type the type and range of its value, checked where it is there
   * @param meaning one sentence for the reference
   */
  public static <C, T> Key<C, T> informational(String name, KeyType<T> type, String meaning) {
    return key(name, type, new Presence.Informational<>(), meaning);
  }

  /**
   * {@return a key that no formula reads any more}
   *
   * @param <C> any: no record holds its value
   * @param <T> the type of its values
   * @param name as files spell it
   * @param type the type and range of its value
   * @param meaning one sentence for the reference
   */
  public static <C, T> Key<C, T> retired(String name, KeyType<T> type, String meaning) {
    return key(name, type, new Presence.Retired<>(), meaning);
  }

  /**
   * {@return the same key, held by a record}
   *
   * @param <D> the record
   * @param getter its value in the record
   * @param wither the record with another value of this key, all else as it is
   */
  public <D> Key<D, T> held(Function<D, T> getter, BiFunction<D, T, D> wither) {
    return held(Lens.of(getter, wither));
  }

  private <D> Key<D, T> held(Lens<D, T> holder) {
    return new Key<>(name, type, presence, about, source, Optional.of(holder));
  }

  /**
   * {@return the same key, held as it is, of which a record has another value in another way}
   *
   * @param wither the record with another value of this key, all else as it is
   */
  public Key<C, T> changed(BiFunction<C, T, C> wither) {
    return held(lens.orElseThrow().with(wither));
  }

  /**
   * {@return the same key, with what one more unit of it is} Queries and proof-of-work need not say
   * it: it is 1.
   *
   * @param next of a configuration, other values of this key, and of those that go with it by their
   *     names; several where several are as near; none where there is no next one
   */
  public Key<C, T> stepping(Function<C, List<Map<String, Object>>> next) {
    return held(lens.orElseThrow().with(next));
  }

  /**
   * {@return what one more unit of it is in a configuration: values by the names of keys; none
   * where nothing is said}
   *
   * @param configuration the record that holds its value
   */
  public List<Map<String, Object>> next(C configuration) {
    return lens.orElseThrow().next().apply(configuration);
  }

  /** The same key, which a record can have another value of together with others of these keys. */
  Key<C, T> among(
      Keys<C> keys, BiFunction<C, Map<String, Object>, C> wither, Optional<String> follower) {
    return held(lens.orElseThrow().with(new Lens.Slot<>(keys, name, wither, follower)));
  }

  /**
   * {@return the same key, of a record that contains the one that holds it}
   *
   * @param <D> the larger record
   * @param part the holder in the larger record
   * @param wither the larger record with another holder
   */
  public <D> Key<D, T> of(Function<D, C> part, BiFunction<D, C, D> wither) {
    return held(lens.orElseThrow().within(part, wither));
  }

  /**
   * {@return the same key, of a record that has its own words for what is wrong with the holder}
   *
   * @param <D> the larger record
   * @param part the holder in the larger record
   * @param wither the larger record with another holder
   * @param told a problem of the holder, in the words of the larger record
   */
  public <D> Key<D, T> of(
      Function<D, C> part, BiFunction<D, C, D> wither, UnaryOperator<Problem> told) {
    return held(lens.orElseThrow().told(told).within(part, wither));
  }

  /**
   * {@return the same key under another name, as a proof system may call it that builds on another
   * one}
   *
   * @param other as files of that proof system spell it
   * @param meaning one sentence for that proof system's reference
   */
  public Key<C, T> named(String other, String meaning) {
    return new Key<>(other, type, presence, about, source, lens).meaning(meaning);
  }

  private Key<C, T> told(KeyMeaning other) {
    return new Key<>(name, type, presence, other, source, lens);
  }

  private Key<C, T> stated(KeySource other) {
    return new Key<>(name, type, presence, about, other, lens);
  }

  /**
   * {@return the same key, with what it means}
   *
   * @param sentence one for the reference
   */
  public Key<C, T> meaning(String sentence) {
    return told(about.meaning(sentence));
  }

  /**
   * {@return the same key, with the unit of its value}
   *
   * @param unit such as {@code bits} or {@code rows}
   */
  public Key<C, T> in(String unit) {
    return told(about.unit(unit));
  }

  /**
   * {@return the same key, with what it moves: the names of terms, or words for several of them,
   * and the proof size} Bits of the other terms are kept where the circuit says that its
   * {@linkplain org.soundcalc.model.Circuit#keysNameAllTermsMoved keys name all terms that they
   * move}.
   *
   * @param terms as the reference prints them, such as {@code ALI, proof size}
   */
  public Key<C, T> moving(String terms) {
    return told(about.affects(terms));
  }

  /**
   * {@return the same key, also read under an older spelling}
   *
   * @param olderName read with a warning
   */
  public Key<C, T> formerly(String olderName) {
    return stated(source.olderNames(List.of(olderName)));
  }

  /**
   * {@return the same key, whose name of the past is an error that says today's}
   *
   * @param pastName read no more
   */
  public Key<C, T> replacing(String pastName) {
    return stated(source.pastNames(List.of(pastName)));
  }

  /**
   * {@return the same key, also read from a table of the file, where it stands for all circuits;
   * one of the tables that its proof system shares}
   *
   * @param table its name, such as {@code zkevm}
   */
  public Key<C, T> alsoIn(String table) {
    return stated(source.table(table));
  }

  /**
   * {@return the same key, where another one may stand in for it}
   *
   * @param other read in its place, with a warning, where this one is missing
   */
  public Key<C, T> unless(Key<?, ?> other) {
    return stated(source.substitute(other.name()));
  }

  /**
   * {@return the same key, of one of several tables in a circuit}
   *
   * @param itsEntry the array of tables, and the name of its element
   */
  public Key<C, T> within(Entry itsEntry) {
    return stated(source.entry(itsEntry));
  }

  /**
   * {@return the same key, whose integers buy security when they are raised} The largest error must
   * fall, or first fall and then rise, as they grow, and neither the codes nor which terms there
   * are may change.
   *
   * @param rank its place among those that a gate proposes, the lowest first
   */
  public Key<C, T> lever(int rank) {
    return told(about.lever(rank));
  }

  /**
   * {@return the same key, with the symbols that stand for its value in formulas}
   *
   * @param all such as {@code t}
   */
  public Key<C, T> symbols(String... all) {
    return told(about.symbols(List.of(all)));
  }

  /**
   * {@return the same key, with the symbols of formulas whose numbers follow from its value, and
   * from others}
   *
   * @param all such as {@code n}
   */
  public Key<C, T> enters(String... all) {
    return told(about.entered(List.of(all)));
  }

  /** {@return the symbols that stand for its value in formulas} */
  public List<String> symbols() {
    return about.symbols();
  }

  /** {@return the symbols of formulas whose numbers follow from its value, and from others} */
  public List<String> entered() {
    return about.entered();
  }

  /** {@return as files spell it} */
  public String name() {
    return name;
  }

  /** {@return the type and range of its value} */
  public KeyType<T> type() {
    return type;
  }

  /** {@return whether it may be left out, and what then} */
  public Presence<T> presence() {
    return presence;
  }

  /** {@return one sentence for the reference} */
  public String meaning() {
    return about.meaning();
  }

  /** {@return the unit of its value, such as {@code bits} or {@code rows}; may be empty} */
  public String unit() {
    return about.unit();
  }

  /** {@return the terms or figures that it moves; may be empty} */
  public String affects() {
    return about.affects();
  }

  /**
   * {@return whether some of the words that say what it moves name a term: by itself, as one of
   * several, or as a part of another}
   *
   * @param term its name
   */
  public boolean names(String term) {
    return about.names(term, entry());
  }

  /**
   * {@return whether words name a term, by itself or as one of several: {@code commit round 3} of
   * {@code commit rounds}, {@code OOD(i=1)} of {@code OOD}}
   *
   * @param words some of those that say what the key moves
   * @param term its name
   */
  public boolean names(String words, String term) {
    return KeyMeaning.names(words, term, entry());
  }

  /** {@return spellings that are read with a warning} */
  public List<String> olderNames() {
    return source.olderNames();
  }

  /** {@return names of the past, which are errors that say today's} */
  public List<String> pastNames() {
    return source.pastNames();
  }

  /** {@return a table of the file where it may stand for all circuits, such as {@code zkevm}} */
  public Optional<String> table() {
    return source.table();
  }

  /** {@return a key that a proof system takes, with a warning, where this one is missing} */
  public Optional<String> substitute() {
    return source.substitute();
  }

  /** {@return the table inside the circuit that holds it, where it is one of several} */
  public Optional<Entry> entry() {
    return source.entry();
  }

  /** {@return what tells it from all other keys of a circuit: {@code lookups[bytes].rows_L}} */
  public String label() {
    return source.entry().map(in -> in + "." + name).orElse(name);
  }

  /**
   * {@return how people spell it, so that options take it: {@code bytes.rows_L}, a name with dots
   * in quotes}
   */
  public String spelling() {
    return source.entry().map(in -> Spelling.path(List.of(in.name(), name))).orElse(name);
  }

  /** {@return its place among the levers that a gate proposes; nothing where it is none} */
  public OptionalInt lever() {
    return about.lever();
  }

  /** {@return whether a formula reads it} */
  public boolean isRead() {
    return !(presence instanceof Presence.Informational || presence instanceof Presence.Retired);
  }

  /** {@return whether a configuration holds its value} */
  public boolean isHeld() {
    return lens.isPresent();
  }

  /**
   * {@return its value in a configuration}
   *
   * @param configuration the record that holds it
   * @throws java.util.NoSuchElementException if no configuration {@linkplain #isHeld holds} it
   */
  public T get(C configuration) {
    return lens.orElseThrow().getter().apply(configuration);
  }

  /**
   * {@return the same configuration with another value of this key, all else as it is}
   *
   * @param configuration the record that holds it; left as it is
   * @param value the one to have instead
   * @throws org.soundcalc.model.InvalidConfiguration if the whole is none that could be
   * @throws java.util.NoSuchElementException if no configuration {@linkplain #isHeld holds} it
   */
  public C with(C configuration, T value) {
    return lens.orElseThrow().wither().apply(configuration, value);
  }

  Optional<Lens.Slot<C>> slot() {
    return lens.flatMap(Lens::slot);
  }

  @Override
  public String toString() {
    return name;
  }
}
