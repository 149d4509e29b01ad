package ai.netra.loop.round;

import ai.netra.loop.record.SuiteTerms;
import ai.netra.loop.suite.Suite;

/** A suite that is built and can be discovered, and what its tests must prove. */
record StagedSuite(SuiteTerms terms, Suite suite) {}
