package ai.netra.backend.usage;

/** Sums of tokens by kind; cached and written ones are part of input, reasoning of output. */
public record Tokens(long input, long cached, long written, long output, long reasoning) {

  /** Input and output together. */
  public long all() {
    return input + output;
  }

  Tokens plus(Tokens other) {
    return new Tokens(
        input + other.input,
        cached + other.cached,
        written + other.written,
        output + other.output,
        reasoning + other.reasoning);
  }
}
