package ai.netra.loop.review;

/** What a file is to an audit. */
enum Role {
  /** It holds tests, or settles how they run. */
  TEST,
  /** Fixtures and clients of tests; no test in them. */
  SUPPORT,
  /** What decides about tests and fixes: the loop's own file, pipelines, gates, rubrics. */
  SETTINGS,
  /** Code and configuration of what is tested. */
  PRODUCT,
  /** Documents and what nobody runs. */
  OTHER
}
