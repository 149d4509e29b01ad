package ai.netra.contract.auth;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many sessions a logout ended, the own one counted. */
public record LoggedOut(String status, @JsonProperty("sessions_ended") int sessionsEnded) {}
