package ai.netra.contract.auth;

import java.util.List;

/** Accounts made for tests, with their tokens. */
public record TestIdentities(List<TokenSet> identities) {}
