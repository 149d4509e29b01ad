package shop;

/** Who may do what. */
final class Security {

  void rules(Http http) {
    http.route("/health").permitAll();
    http.route("/api/**").authenticated();
    http.origins("https://shop.example");
  }
}
