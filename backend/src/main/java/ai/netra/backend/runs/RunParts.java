package ai.netra.backend.runs;

import ai.netra.backend.agents.Pipeline;
import ai.netra.backend.events.Events;
import ai.netra.backend.store.Store;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * What every run's execution works with.
 *
 * @param computing permits of steps that compute at once
 * @param nanos a clock for durations
 */
record RunParts(
    Store store,
    Events events,
    Pipeline pipeline,
    Leases leases,
    RunEnds ends,
    RunSettings settings,
    Deadlines deadlines,
    Semaphore computing,
    Clock clock,
    LongSupplier nanos) {}
