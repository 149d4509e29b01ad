package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Events of the feed in the order of their commits. */
public record FeedPage(List<FeedEvent> events, @JsonProperty("last_seq") long lastSeq) {}
