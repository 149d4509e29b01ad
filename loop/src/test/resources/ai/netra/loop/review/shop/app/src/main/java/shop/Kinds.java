package shop;

import java.util.List;

/** The kinds of items. */
final class Kinds {

  static final List<String> ALL = List.of("book", "record", "poster", "ticket");

  static final String ROUTE = "/api/carts/items";
  static final String EVENT = "cart_item_added";

  private Kinds() {}
}
