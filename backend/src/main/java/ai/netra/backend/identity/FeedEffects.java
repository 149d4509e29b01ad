package ai.netra.backend.identity;

/** What the feed's events do here. */
record FeedEffects(Revocations revocations, IssuerKeys keys, SeenTokens seen, Standing standing)
    implements RevocationFeed.Effects {

  @Override
  public void revoked(Revocations.Entry entry) {
    revocations.add(entry);
    standing.changed();
  }

  @Override
  public void keysChanged() {
    keys.forget();
    seen.forget();
  }
}
