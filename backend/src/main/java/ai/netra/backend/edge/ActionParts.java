package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.runs.Runs;
import ai.netra.backend.service.Lifecycle;
import ai.netra.backend.threads.Threads;
import java.time.Clock;

/** What messages act on. */
record ActionParts(
    Threads threads,
    Runs runs,
    Events events,
    Credentials credentials,
    Sockets sockets,
    Frames frames,
    Lifecycle lifecycle,
    Clock clock) {}
