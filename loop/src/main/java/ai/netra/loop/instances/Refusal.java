package ai.netra.loop.instances;

/** An order is not carried out: the status and the sentence that the test gets. */
final class Refusal extends RuntimeException {

  private final int status;

  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
