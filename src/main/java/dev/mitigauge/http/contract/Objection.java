package dev.mitigauge.http.contract;

/**
 * What the contract has against a request.
 *
 * @param place the parameter, or the JSON pointer into the body, empty for all of it
 * @param message what the contract says of it, lower case, without full stop; may hold text of the request
 * @param rule where the contract says so, as a pointer into it
 */
public record Objection(String place, String message, String rule) {}
