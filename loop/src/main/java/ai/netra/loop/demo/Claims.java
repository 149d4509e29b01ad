package ai.netra.loop.demo;

import ai.netra.loop.demo.Demo.Act;
import ai.netra.loop.demo.Demo.Audience;
import ai.netra.loop.demo.Demo.Claim;
import java.util.ArrayList;
import java.util.List;

/** The claims of an act, told as they are checked. */
final class Claims {

  private final int act;
  private final String title;
  private final Audience audience;
  private final List<Claim> checked = new ArrayList<>();

  Claims(int act, String title, Audience audience) {
    this.act = act;
    this.title = title;
    this.audience = audience;
    audience.begins(act, title);
  }

  /** Checks a claim; {@code seen} is what there was. */
  void check(String said, boolean holds, Object seen) {
    Claim claim = new Claim(said, holds, String.valueOf(seen));
    checked.add(claim);
    audience.checked(claim);
  }

  /** Checks that what was seen is what was said. */
  void equal(String said, Object wanted, Object seen) {
    check(said, wanted.equals(seen), seen);
  }

  Act act() {
    return new Act(act, title, checked);
  }
}
