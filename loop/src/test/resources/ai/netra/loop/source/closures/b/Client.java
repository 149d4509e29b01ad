package b;

public class Client {
  public String get(String path) {
    return Deep.answer(path);
  }
}
