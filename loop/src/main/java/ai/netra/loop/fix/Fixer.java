package ai.netra.loop.fix;

import ai.netra.loop.fix.Fixers.Assignment;
import ai.netra.loop.fix.Fixers.Attempted;

/** One fixer as the project declares it. */
interface Fixer {

  Attempted attempt(Assignment assignment);
}
