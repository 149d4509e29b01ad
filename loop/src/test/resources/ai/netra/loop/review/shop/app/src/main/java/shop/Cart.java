package shop;

import java.util.List;

/** What somebody means to buy. */
final class Cart {

  static final int MAX_ITEMS = 50;

  private final Store store;
  private final Prices prices;

  Cart(Store store, Prices prices) {
    this.store = store;
    this.prices = prices;
  }

  long total(User user, String id) {
    requireOwner(user, id);
    List<Item> items = store.items(id);
    if (items.size() > MAX_ITEMS) {
      throw new Refused(413, "cart: at most " + MAX_ITEMS + " items");
    }
    long sum = 0;
    for (Item item : items) {
      sum += prices.of(item.kind()) * item.amount();
    }
    return sum;
  }

  private void requireOwner(User user, String id) {
    if (!store.owner(id).equals(user.name())) {
      throw new Refused(403, "cart " + id + ": belongs to somebody else");
    }
  }
}
