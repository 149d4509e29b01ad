package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the caller's sessions, newest first. */
public record SessionPage(
    List<SessionBody> data,
    @JsonProperty("has_more") boolean hasMore,
    @JsonProperty("next_page_token") @Nullable String nextPageToken) {}
