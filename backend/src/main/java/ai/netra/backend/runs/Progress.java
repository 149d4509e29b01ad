package ai.netra.backend.runs;

/** How far a run is. */
final class Progress {

  private Progress() {}

  /** Finished of planned steps, in whole percent. */
  static int percent(int finished, int planned) {
    return planned <= 0 ? 0 : Math.min(100, finished * 100 / planned);
  }
}
