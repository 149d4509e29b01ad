package ai.netra.loop.round;

import ai.netra.loop.record.Attempt;
import ai.netra.loop.record.Mode;
import ai.netra.loop.record.Verdict;

/** Nobody watches. */
final class Silent implements RoundListener {

  @Override
  public void moved(String state, String reason) {}

  @Override
  public void note(String text) {}

  @Override
  public void pass(int run, Mode mode, int tests) {}

  @Override
  public void attempt(Attempt attempt) {}

  @Override
  public void verdict(Verdict verdict) {}
}
