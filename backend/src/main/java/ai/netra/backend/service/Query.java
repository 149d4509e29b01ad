package ai.netra.backend.service;

/** The parameters of a request's query, as a controller asks for them. */
public record Query(Fields fields) {}
