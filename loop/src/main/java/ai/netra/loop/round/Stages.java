package ai.netra.loop.round;

/** Opens what a round acts on: one stage at a time. */
interface Stages {

  /**
   * The stage of a tree; nothing is deployed yet.
   *
   * @param round the number that its journal lines carry
   */
  Stage of(int round, String tree);
}
