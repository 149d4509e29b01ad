package ai.netra.backend.edge;

import ai.netra.backend.events.Events;
import ai.netra.backend.service.Ids;
import ai.netra.backend.service.Limits;
import java.util.concurrent.ExecutorService;

/** What every socket works with. */
record SocketParts(
    Sockets sockets,
    Events events,
    Messages messages,
    Frames frames,
    LegacyFrames legacyFrames,
    SocketClock clockRules,
    Limits limits,
    Ids ids,
    ExecutorService threads) {}
