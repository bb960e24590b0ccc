import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/** A field for a captured value, which another lambda may have for one of its own of that type. */
record Slot(String name, Type type) {
  /** The fields for values of these types. */
  static List<Slot> of(Type... captured) {
    List<Slot> slots = new ArrayList<>();
    Map<Type, Integer> before = new HashMap<>();
    for (Type type : captured) {
      int index = before.merge(type, 1, Integer::sum) - 1;
      slots.add(new Slot(type.getDescriptor().replaceAll("[/;\\[]", "_") + index, type));
    }
    return slots;
  }
}
