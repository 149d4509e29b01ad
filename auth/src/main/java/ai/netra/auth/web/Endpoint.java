package ai.netra.auth.web;

/**
 * The code behind one route.
 *
 * @param route method and path template, as in {@code AuthRoutes}
 */
public record Endpoint(String route, Action action) {

  /** Answers a call that has passed the first filter. */
  @FunctionalInterface
  public interface Action {
    /**
     * Answers the call.
     *
     * @throws Refused where the call is refused
     */
    Answer answer(Call call);
  }
}
