package a;

final class Fixtures {
  static void load(String name) {}
}
