package ai.netra.contract.document;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which record a route takes and which ones it answers, beside the error body. */
final class Bodies {

  /**
   * An answer that is not an error.
   *
   * @param body null for none
   */
  record Answered(int status, String description, Optional<Type> body) {}

  private final Map<String, Type> requests = new HashMap<>();
  private final Map<String, Answered> answers = new HashMap<>();
  private final Map<String, Answered> others = new HashMap<>();

  /** The route takes nothing and answers 200 with this. */
  Bodies gives(String route, Type answer) {
    answers.put(route, new Answered(200, "done", Optional.of(answer)));
    return this;
  }

  /** The route takes nothing and answers 202 with this. */
  Bodies accepts(String route, Type answer) {
    answers.put(route, new Answered(202, "under way", Optional.of(answer)));
    return this;
  }

  /** The route takes nothing and answers 201 with this. */
  Bodies creates(String route, Type answer) {
    answers.put(route, new Answered(201, "made", Optional.of(answer)));
    return this;
  }

  /** The route takes this and answers with that. */
  Bodies takes(String route, Type request, int status, Type answer) {
    requests.put(route, request);
    answers.put(route, new Answered(status, "done", Optional.of(answer)));
    return this;
  }

  /** The route takes this and answers 204. */
  Bodies takes(String route, Type request) {
    requests.put(route, request);
    return empty(route, 204);
  }

  /** The route answers this status without a body. */
  Bodies empty(String route, int status) {
    answers.put(route, new Answered(status, "done, nothing to say", Optional.empty()));
    return this;
  }

  /** The route may also answer this status with this body, which is not the error body. */
  Bodies also(String route, int status, Type body) {
    others.put(route, new Answered(status, "not now", Optional.of(body)));
    return this;
  }

  Optional<Answered> other(String route) {
    return Optional.ofNullable(others.get(route));
  }

  Optional<Type> request(String route) {
    return Optional.ofNullable(requests.get(route));
  }

  Answered answer(String route) {
    Answered answer = answers.get(route);
    if (answer == null) {
      throw new IllegalStateException(route + ": no body is declared for it");
    }
    return answer;
  }
}
