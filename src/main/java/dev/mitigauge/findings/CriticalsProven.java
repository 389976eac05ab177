package dev.mitigauge.findings;

/** There are critical tasks, and each is done with evidence or left out with a reason. */
public record CriticalsProven() {}
