package ai.netra.loop.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a fixer did to the shop.
 *
 * @param name what it tried
 * @param fault edits that broke the proved shop
 * @param mend edits of the broken one
 */
record Repair(String name, List<Edit> fault, List<Edit> mend, String message) {

  static final String CART = "app/src/main/java/shop/Cart.java";
  static final String TEST = "e2e/CartE2E.java";
  static final String CLIENT = "e2e/support/Client.java";

  private static final String RIGHT = "prices.of(item.kind()) * item.amount()";
  private static final String WRONG = "prices.of(item.kind()) + item.amount()";

  /** Another text in a file; all of it where {@code old} is empty, nothing left where new is. */
  record Edit(String path, String old, String now) {

    void apply(Map<String, String> files) {
      String text = files.getOrDefault(path, "");
      if (old.isEmpty() && now.isEmpty()) {
        files.remove(path);
      } else if (old.isEmpty()) {
        files.put(path, now);
      } else if (text.contains(old)) {
        files.put(path, text.replace(old, now));
      } else {
        throw new IllegalArgumentException(path + ": has no '" + old + "'");
      }
    }
  }

  /** A repair of the fault that adds where it should multiply. */
  static Repair of(String name) {
    return new Repair(name, List.of(new Edit(CART, RIGHT, WRONG)), List.of(), "Mend the cart");
  }

  /** A repair of another fault. */
  static Repair of(String name, String path, String right, String wrong) {
    return new Repair(name, List.of(new Edit(path, right, wrong)), List.of(), "Mend the shop");
  }

  Repair edit(String path, String old, String now) {
    List<Edit> more = new ArrayList<>(mend);
    more.add(new Edit(path, old, now));
    return new Repair(name, fault, more, message);
  }

  Repair write(String path, String text) {
    return edit(path, "", text);
  }

  Repair delete(String path) {
    return edit(path, "", "");
  }

  Repair right() {
    return edit(CART, WRONG, RIGHT);
  }

  Repair saying(String words) {
    return new Repair(name, fault, mend, words);
  }

  @Override
  public String toString() {
    return name;
  }
}
